package dev.stepwise.local.demo;

import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.smtp.MailProgram;
import dev.stepwise.local.smtp.MailProgram.Draft;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What a prospect and the machines around one write back, as common mail programs do. */
record Letters(String smtp, Script script, JsonObject mail, Instant now) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  /** A person writes above the mail that is answered. */
  Draft human() {
    var intro = "On %s, %s wrote:".formatted(Script.day(now), mail.text("from"));
    var quoted = mail.text("text").lines().map(line -> line.isEmpty() ? ">" : "> " + line);
    return draft()
        .text(Stream.concat(Stream.of(script.said(now), "", intro), quoted).toArray(String[]::new));
  }

  /** An out-of-office note. */
  Draft absence() {
    return machine("Out of office: " + mail.text("subject")).text(script.said(now));
  }

  /** A ticket system. */
  Draft receipt() {
    return machine("We have received your message").text(script.said(now));
  }

  /** The calendar accepts the invitation that came of the call (RFC 5546, RFC 6047). */
  Draft acceptance() {
    var begins = utc().plusDays(2).truncatedTo(ChronoUnit.HOURS);
    var lines =
        List.of(
            "BEGIN:VCALENDAR",
            "PRODID:-//Example//Mail//EN",
            "VERSION:2.0",
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            "UID:call-with-" + script.email(),
            "DTSTAMP:" + STAMP.format(utc()),
            "DTSTART:" + STAMP.format(begins),
            "DTEND:" + STAMP.format(begins.plusMinutes(30)),
            "ORGANIZER:mailto:" + Rep.EMAIL,
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + script.email(),
            "SUMMARY:A call with Robin",
            "END:VEVENT",
            "END:VCALENDAR");
    return draft()
        .with("Subject", "Accepted: A call with Robin")
        .with("Content-Type", "text/calendar; charset=utf-8; method=REPLY")
        .text(lines.toArray(String[]::new));
  }

  /** Marked as RFC 3834 wants it of machines that answer. */
  private Draft machine(String subject) {
    return draft().fromNobody().with("Subject", subject).with("Auto-Submitted", "auto-replied");
  }

  private Draft draft() {
    return new MailProgram(smtp, script.email())
        .answer(mail)
        .with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(utc()))
        .with("Message-ID", "<re-" + mail.text("messageId") + "@prospect.example>");
  }

  private ZonedDateTime utc() {
    return now.atZone(ZoneOffset.UTC);
  }
}
