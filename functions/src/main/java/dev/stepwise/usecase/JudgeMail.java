package dev.stepwise.usecase;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.stepwise.Bytes;
import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.inbound.Verdicts.Verdict;
import dev.stepwise.judgement.Judge;
import dev.stepwise.judgement.Judgement;
import dev.stepwise.judgement.Situation;
import dev.stepwise.matching.Incoming;
import dev.stepwise.mime.Addresses;
import dev.stepwise.mime.MimeReader;
import dev.stepwise.sender.Senders;
import dev.stepwise.visible.VisibleText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fetches a mail, reads it and judges it. Nothing that is in it is fetched. */
public record JudgeMail(MailStore store, Persons persons, Senders senders) {

  /** A mail with what it is; the bytes are absent when it is gone. */
  record Judged(Incoming mail, Optional<Opened> opened, Judgement judgement) {
    /** Who its From names. */
    List<EmailAddress> authors() {
      return opened.map(JudgeMail::authors).orElse(List.of());
    }
  }

  /** A mail's bytes and what could be read of them. */
  record Opened(Bytes raw, Mail mail) {}

  /** Loads the rules, of which there are many, before the first mail comes. */
  public static void rehearse() {
    Mail mail = MimeReader.read(Bytes.of("Subject: Hello\r\n\r\nHello".getBytes(US_ASCII)));
    Judge.judge(mail, new Situation(Set.of(), "", Set.of(), false, LocalDate.EPOCH));
    VisibleText.ofHtml("<p>Hello</p>");
  }

  Judged judge(Incoming mail) {
    return store
        .fetch(mail.id())
        .map(raw -> judged(mail, new Opened(raw, MimeReader.read(raw))))
        .orElseGet(
            () -> new Judged(mail, Optional.empty(), new Judgement.Unclear("the mail is gone")));
  }

  /** SES cuts its copy of a long header short: the mail itself may say more. */
  private Judged judged(Incoming mail, Opened opened) {
    Incoming matched = persons.completed(mail, opened.mail().headers());
    return new Judged(matched, Optional.of(opened), judgement(matched, opened));
  }

  private Judgement judgement(Incoming mail, Opened opened) {
    if (mail.verdicts().virus() == Verdict.FAIL) {
      return new Judgement.Unclear("SES found a virus in it");
    }
    // The day is the engine's own: which zone the contact's is need not be known to tell a date.
    Situation situation =
        new Situation(
            new HashSet<>(persons.contacts(mail)),
            mail.from(),
            recipients(mail),
            mail.optOut(),
            mail.at().atZone(ZoneOffset.UTC).toLocalDate());
    Judgement judgement = Judge.judge(opened.mail(), situation);
    return new OwnSide(persons, senders).heed(mail, authors(opened), judgement);
  }

  private static List<EmailAddress> authors(Opened opened) {
    return Addresses.of(opened.mail().headers().all("From"));
  }

  private static Set<EmailAddress> recipients(Incoming mail) {
    return mail.recipients().stream().flatMap(JudgeMail::address).collect(Collectors.toSet());
  }

  private static Stream<EmailAddress> address(String text) {
    try {
      return Stream.of(new EmailAddress(text));
    } catch (InvalidValueException _) {
      return Stream.empty();
    }
  }
}
