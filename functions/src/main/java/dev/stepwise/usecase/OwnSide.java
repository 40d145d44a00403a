package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.judgement.Judgement;
import dev.stepwise.matching.Incoming;
import dev.stepwise.sender.Senders;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Mails that the sender wrote, or whoever gets the blind copies of the sender's mails: they know
 * our addresses and name our mails, and are nobody's answer.
 */
record OwnSide(Persons persons, Senders senders) {

  /** What such a mail is; any other mail is what it was judged to be. */
  Judgement heed(Incoming mail, List<EmailAddress> authors, Judgement judged) {
    return wrote(mail, authors) ? own(judged) : judged;
  }

  /** A sender who tries a sequence out is its contact too: that is an answer. */
  private boolean wrote(Incoming mail, List<EmailAddress> authors) {
    return addresses(mail).anyMatch(authors::contains)
        && persons.contacts(mail).stream().noneMatch(authors::contains);
  }

  private Stream<EmailAddress> addresses(Incoming mail) {
    return persons.senders(mail).stream()
        .flatMap(sender -> Stream.concat(Stream.of(sender), copyTo(sender)));
  }

  private Stream<EmailAddress> copyTo(EmailAddress sender) {
    return senders.find(sender).stream().map(found -> found.copyTo()).filter(Objects::nonNull);
  }

  /** Words may be meant for the contact, so that the rep looks; a machine's are for nobody. */
  private static Judgement own(Judgement judged) {
    return switch (judged) {
      case Judgement.Human _, Judgement.OptOut _ ->
          new Judgement.Unclear("our own side wrote it, not the contact");
      case Judgement.AutoReply _,
          Judgement.OutOfOffice _,
          Judgement.LeftCompany _,
          Judgement.Challenge _ ->
          new Judgement.AutoReply("our own side's, not the contact's");
      case Judgement.Loop _,
          Judgement.Complaint _,
          Judgement.Bounce _,
          Judgement.Delivered _,
          Judgement.ReadReceipt _,
          Judgement.Calendar _,
          Judgement.Unclear _ ->
          judged;
    };
  }
}
