package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Mail;
import dev.stepwise.mime.Addresses;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** Situations as they can be told from a mail alone: its From is the contact's. */
final class Situations {
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 10);

  private Situations() {}

  static Situation of(Mail mail) {
    List<EmailAddress> from = Addresses.of(mail.headers().all("From"));
    Set<EmailAddress> recipients = Set.copyOf(Addresses.of(mail.headers().all("To")));
    return new Situation(Set.copyOf(from), envelopeSender(mail), recipients, false, day(mail));
  }

  /** A mail without Return-Path has not shown its envelope. */
  private static String envelopeSender(Mail mail) {
    String written = mail.headers().first("Return-Path").orElse("unknown");
    return written.replaceAll("[<>\\s]", "");
  }

  private static LocalDate day(Mail mail) {
    // A wrong day of the week does not make a date unreadable.
    String written = mail.headers().first("Date").orElse("");
    String date = written.replaceAll("\\s*\\([^)]*\\)|^\\w+,\\s*", "");
    try {
      return OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate();
    } catch (DateTimeParseException e) {
      return ANY_DAY;
    }
  }
}
