package dev.stepwise.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.stepwise.Bytes;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.mail.AttachmentTokens;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mime.MimeReader;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** Mails of a prospect, and what becomes of them on their way to the rep. */
public final class Answers {
  public static final Verdicts CLEAN =
      new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS);
  public static final Report REPORT =
      new Report(
          new EnrollmentId("e1"),
          "Q4 follow-up",
          new EmailAddress("rep@example.com"),
          "Sequence stopped: replied");
  static final String NOTE = "[Stepwise] Sequence stopped: replied (Q4 follow-up)";
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static final String HEAD =
      """
      From: Ada Lovelace <ada@prospect.example>
      To: rtoken@reply.example.com
      Subject: Re: Hello
      Message-ID: <answer@prospect.example>
      In-Reply-To: <second@email.amazonses.com>
      References: <first@email.amazonses.com> <second@email.amazonses.com>
      """;

  private static final SigningKeys.Named KEY =
      new SigningKeys.Named("001", new SecretKeySpec(new byte[32], "HmacSHA256"));
  public static final AttachmentTokens TOKENS = new AttachmentTokens(new OneKey());

  private Answers() {}

  /** One key, for ever. */
  private record OneKey() implements SigningKeys {
    @Override
    public Named current(Instant now) {
      return KEY;
    }

    @Override
    public Optional<Named> find(String id, Instant now) {
      return Optional.of(KEY).filter(key -> key.id().equals(id));
    }
  }

  static Forwarding forwarding(int limit) {
    return new Forwarding(TOKENS, "https://api.example.com", limit);
  }

  /** The usual header and this content, which begins with its own fields. */
  static Arrival answer(String content) {
    return arrival(HEAD + content);
  }

  /** A mail in Latin-1, whose lines end in CRLF on the wire. */
  public static Arrival arrival(String mail) {
    return arrival(Bytes.of(mail.replace("\n", "\r\n").getBytes(ISO_8859_1)), CLEAN);
  }

  public static Arrival arrival(Bytes raw, Verdicts verdicts) {
    Mail mail = MimeReader.read(raw);
    Receipt receipt =
        new Receipt(
            "mail1",
            NOON,
            "ada@prospect.example",
            java.util.List.of("rtoken@reply.example.com"),
            mail.headers(),
            verdicts);
    return new Arrival(receipt, raw, mail, "Yes, let us talk.");
  }

  static Forwarding.Composed composed(Arrival arrival) {
    return forwarding(Forwarding.USUAL_LIMIT).answer(arrival, REPORT, NOON);
  }

  /** The forwarded mail, read again. */
  static Mail forwarded(Arrival arrival) {
    return MimeReader.read(composed(arrival).letter().message());
  }

  static String wire(Arrival arrival) {
    return text(composed(arrival).letter().message());
  }

  static String text(Bytes bytes) {
    return new String(bytes.toArray(), ISO_8859_1);
  }
}
