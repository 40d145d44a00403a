package dev.stepwise.simulation;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Headers.Field;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.inbound.Receipt;
import dev.stepwise.inbound.Verdicts;
import dev.stepwise.inbound.Verdicts.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What contacts answer, as SES stores it and tells of it. */
final class Replies implements MailStore {
  private static final Verdicts PASSED =
      new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS);
  private static final List<String> WORDS =
      List.of(
          "Thanks! Can you call me tomorrow?",
          "Please take me off your list.",
          "What does it cost?");

  private final Map<String, Bytes> stored = new HashMap<>();

  /** Stores an answer to that mail. */
  Receipt answer(Accepted mail, String id, Instant at, Chance chance) {
    return answer(mail, id, at, chance.of(WORDS));
  }

  /** The same in these words. */
  Receipt answer(Accepted mail, String id, Instant at, String words) {
    String from = mail.letter().to().value();
    String to = mail.letter().replyTo().value();
    List<Field> fields =
        List.of(
            new Field("From", from),
            new Field("To", to),
            new Field("Subject", "Re: " + mail.letter().subject()),
            new Field("Message-ID", "<" + id + "@firm.example>"),
            new Field("In-Reply-To", "<" + mail.id() + "@email.amazonses.com>"),
            new Field("Content-Type", "text/plain; charset=utf-8"));
    String head =
        fields.stream()
            .map(field -> field.name() + ": " + field.value() + "\r\n")
            .collect(Collectors.joining());
    String raw = head + "\r\n" + words + "\r\n";
    stored.put(id, Bytes.of(raw.getBytes(StandardCharsets.UTF_8)));
    return new Receipt(id, at, from, List.of(to), new Headers(fields), PASSED);
  }

  @Override
  public Optional<Bytes> fetch(String mailId) {
    return Optional.ofNullable(stored.get(mailId));
  }

  @Override
  public void delete(String mailId) {
    stored.remove(mailId);
  }
}
