package dev.stepwise.judgement;

import dev.stepwise.Bytes;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Mail;
import dev.stepwise.mime.MimeReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;

/** A mail from Ada to us that came on Tuesday 10 November 2026, and what Judge makes of it. */
record MailFixture(
    String from, String envelopeSender, String headers, String subject, String body) {
  static final LocalDate DAY = LocalDate.of(2026, 11, 10);
  static final EmailAddress ADA = new EmailAddress("ada@contact.example");
  static final EmailAddress US = new EmailAddress("r.token@reply.example.com");

  /** Ada's answer to our mail, as a mail program would send it. */
  static MailFixture answer(String text) {
    return new MailFixture(
        "Ada <ada@contact.example>",
        ADA.value(),
        "In-Reply-To: <0100@eu-west-1.amazonses.com>\n",
        "Re: Quick question",
        text(text));
  }

  /** A mail that answers nothing. */
  static MailFixture mail(String subject, String text) {
    return new MailFixture("Ada <ada@contact.example>", ADA.value(), "", subject, text(text));
  }

  /** What a server sends while Ada is away, marked as RFC 3834 says. */
  static MailFixture automatic(String text) {
    return answer(text).subject("Quick question").header("Auto-Submitted: auto-replied");
  }

  /** A mail that consists of one calendar object. */
  static MailFixture calendar(String method, String properties) {
    String event = "BEGIN:VEVENT\nUID:1\n" + properties + "\nEND:VEVENT\n";
    String object = "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:" + method + "\n" + event;
    return answer("")
        .body(
            "Content-Type: text/calendar; charset=utf-8; method=%s\n\n".formatted(method)
                + object
                + "END:VCALENDAR\n");
  }

  MailFixture header(String line) {
    return new MailFixture(from, envelopeSender, headers + line + "\n", subject, body);
  }

  MailFixture subject(String other) {
    return new MailFixture(from, envelopeSender, headers, other, body);
  }

  MailFixture from(String other) {
    return new MailFixture(other, envelopeSender, headers, subject, body);
  }

  MailFixture nullSender() {
    return new MailFixture(from, "", headers, subject, body);
  }

  /** The part's own headers, an empty line, and its content. */
  MailFixture body(String part) {
    return new MailFixture(from, envelopeSender, headers, subject, part);
  }

  Mail read() {
    String head = "From: " + from + "\nTo: " + US + "\nSubject: " + subject + "\n" + headers;
    String raw = head + "MIME-Version: 1.0\n" + body;
    return MimeReader.read(Bytes.of(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  Situation situation() {
    return new Situation(Set.of(ADA), envelopeSender, Set.of(US), false, DAY);
  }

  Judgement judged() {
    return Judge.judge(read(), situation());
  }

  private static String text(String text) {
    return "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + text
        + "\n";
  }
}
