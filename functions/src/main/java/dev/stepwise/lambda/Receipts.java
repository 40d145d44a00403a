package dev.stepwise.lambda;

import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import io.avaje.jsonb.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What SES hands a function for a mail that came in; aws-lambda-java-events has no class for it.
 * See docs.aws.amazon.com/ses, "Contents of notifications for Amazon SES email receiving".
 */
final class Receipts {
  private Receipts() {}

  /** The notification: only what we look at. */
  @Json
  record Ses(SesMail mail, SesReceipt receipt) {
    /** The same in our words; {@code now} is when it came if SES's own time is unreadable. */
    Receipt receipt(Instant now) {
      List<Headers.Field> fields =
          mail.headers().stream().map(h -> new Headers.Field(h.name(), h.value())).toList();
      return new Receipt(
          mail.messageId(),
          at(now),
          mail.source() == null ? "" : mail.source(),
          receipt.recipients(),
          new Headers(fields),
          receipt.verdicts());
    }

    private Instant at(Instant now) {
      try {
        return Instant.parse(String.valueOf(mail.timestamp()));
      } catch (DateTimeException _) {
        return now;
      }
    }
  }

  /** The mail: SES's id, the envelope's sender and the header fields. */
  @Json
  record SesMail(
      @Nullable String timestamp,
      String messageId,
      @Nullable String source,
      List<SesHeader> headers) {}

  /** A header field. */
  @Json
  record SesHeader(String name, String value) {}

  /** Whom the envelope names, and what SES found out. */
  @Json
  record SesReceipt(
      List<String> recipients,
      @Nullable SesVerdict spfVerdict,
      @Nullable SesVerdict dkimVerdict,
      @Nullable SesVerdict dmarcVerdict,
      @Nullable SesVerdict spamVerdict,
      @Nullable SesVerdict virusVerdict) {
    Verdicts verdicts() {
      return new Verdicts(
          verdict(spfVerdict),
          verdict(dkimVerdict),
          verdict(dmarcVerdict),
          verdict(spamVerdict),
          verdict(virusVerdict));
    }

    /** A check that is switched off says nothing. */
    private static Verdict verdict(@Nullable SesVerdict said) {
      return Arrays.stream(Verdict.values())
          .filter(verdict -> said != null && verdict.name().equals(said.status()))
          .findFirst()
          .orElse(Verdict.GRAY);
    }
  }

  /** One finding. */
  @Json
  record SesVerdict(@Nullable String status) {}
}
