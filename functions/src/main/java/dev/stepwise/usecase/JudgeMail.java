package dev.stepwise.usecase;

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

  Judged judge(Incoming mail) {
    Optional<Opened> opened =
        store.fetch(mail.id()).map(raw -> new Opened(raw, MimeReader.read(raw)));
    Incoming known =
        opened.map(read -> persons.completed(mail, read.mail().headers())).orElse(mail);
    Judgement judgement =
        opened
            .map(read -> judged(known, read))
            .orElseGet(() -> new Judgement.Unclear("the stored mail is gone or too large"));
    return new Judged(known, opened, judgement);
  }

  private Judgement judged(Incoming mail, Opened opened) {
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
