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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What contacts answer, as SES stores it and tells of it. */
final class Replies implements MailStore {
  private static final Verdicts PASSED = verdicts(Verdict.PASS);
  private static final Verdicts FORGED = verdicts(Verdict.FAIL);

  private final Map<String, Bytes> stored = new HashMap<>();

  /** An answer that came: what SES tells of it, and what it says. */
  record Reply(Receipt receipt, Said said) {}

  private static Verdicts verdicts(Verdict dmarc) {
    return new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS, dmarc);
  }

  /** Stores an answer to that mail. Who forges one knows neither our address nor our mail's id. */
  Reply answer(Accepted mail, String id, Instant at, Said said) {
    String from = mail.letter().to().value();
    String to = said.isForged() ? "sales@in.example.com" : mail.letter().replyTo().value();
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("From", from));
    fields.add(new Field("To", to));
    fields.add(new Field("Subject", said.subject + mail.letter().subject()));
    fields.add(new Field("Message-ID", "<" + id + "@firm.example>"));
    fields.add(new Field("Content-Type", "text/plain; charset=utf-8"));
    if (!said.isForged()) {
      fields.add(new Field("In-Reply-To", "<" + mail.id() + "@email.amazonses.com>"));
    }
    if (said.isMachine()) {
      fields.add(new Field("Auto-Submitted", "auto-replied"));
    }
    stored.put(id, bytes(fields, said.words));
    Verdicts verdicts = said.isForged() ? FORGED : PASSED;
    Receipt receipt = new Receipt(id, at, from, List.of(to), new Headers(fields), verdicts);
    return new Reply(receipt, said);
  }

  private static Bytes bytes(List<Field> fields, String words) {
    String head =
        fields.stream()
            .map(field -> field.name() + ": " + field.value() + "\r\n")
            .collect(Collectors.joining());
    String raw = head + "\r\n" + words + "\r\n";
    return Bytes.of(raw.getBytes(StandardCharsets.UTF_8));
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
