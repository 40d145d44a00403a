package dev.stepwise.usecase;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Freemail;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppression.Reason;
import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.judgement.Judgement;
import dev.stepwise.judgement.Judgement.Calendar;
import dev.stepwise.matching.Clues;
import dev.stepwise.matching.Incoming;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a judged mail does beyond the enrollments that it answers: who may not be written to any
 * more, and whose colleagues' enrollments end. Said twice, it does the same again.
 */
public final class Aftermath {
  private final CaseFiles files;
  private final Persons persons;
  private final Suppress suppress;
  private final HearOfMail hear;
  private final MoveEnrollment move;
  private final Authority engine;
  private final InstantSource clock;

  public Aftermath(
      CaseFiles files,
      Persons persons,
      Suppress suppress,
      HearOfMail hear,
      MoveEnrollment move,
      Authority engine,
      InstantSource clock) {
    this.files = files;
    this.persons = persons;
    this.suppress = suppress;
    this.hear = hear;
    this.move = move;
    this.engine = engine;
    this.clock = clock;
  }

  /** The enrollments of colleagues that it ends, also when it did so before. */
  List<Enrollment> of(JudgeMail.Judged judged) {
    switch (judged.judgement()) {
      case Judgement.OptOut _ -> suppress(optedOut(judged), Reason.UNSUBSCRIBED);
      case Judgement.Bounce bounce ->
          reported(judged.mail(), bounce.messageIds(), bounce.recipients(), news(bounce));
      case Judgement.Complaint complaint ->
          reported(
              judged.mail(),
              complaint.messageIds(),
              complaint.recipients(),
              new News.Complained(complaint.evidence()));
      case Judgement.Loop _,
          Judgement.Delivered _,
          Judgement.ReadReceipt _,
          Judgement.Calendar _,
          Judgement.Challenge _,
          Judgement.AutoReply _,
          Judgement.OutOfOffice _,
          Judgement.LeftCompany _,
          Judgement.Human _,
          Judgement.Unclear _ -> {}
    }
    return isAnswer(judged.judgement()) ? colleagues(judged) : List.of();
  }

  private static News news(Judgement.Bounce bounce) {
    String detail = bounce.status() == null ? "" : bounce.status();
    return switch (bounce.kind()) {
      case HARD -> new News.Bounced(true, detail);
      case SOFT -> new News.Bounced(false, detail);
      case DELAY -> new News.Delayed(detail);
    };
  }

  /** A report that came as a mail does what SES's own event about the same would do. */
  private void reported(
      Incoming mail, List<String> messageIds, List<EmailAddress> recipients, News news) {
    String about = Clues.ofMessages(messageIds).messageIds().stream().findFirst().orElse(mail.id());
    MailReport report =
        new MailReport(
            MailReport.Mail.named(about),
            news,
            recipients.stream().map(EmailAddress::value).toList(),
            new By("mail", clock.instant()));
    mail.matches().stream()
        .filter(mail::isSure)
        .forEach(match -> hear.heard(match.enrollment(), report));
  }

  /** The persons whom it answers; of somebody whom we never wrote to, the author. */
  private List<EmailAddress> optedOut(JudgeMail.Judged judged) {
    return judged.mail().matches().isEmpty() ? authors(judged) : persons.contacts(judged.mail());
  }

  private void suppress(List<EmailAddress> addresses, Reason reason) {
    for (EmailAddress address : addresses) {
      suppress.keep(
          address,
          new Suppression(address.value(), reason, clock.instant(), Entry.ENGINE, "by mail"));
    }
  }

  private static boolean isAnswer(Judgement judgement) {
    return judgement instanceof Judgement.Human
        || judgement instanceof Judgement.OptOut
        || (judgement instanceof Judgement.Calendar meeting
            && (meeting.answer() == Calendar.Answer.ACCEPTED
                || meeting.answer() == Calendar.Answer.REQUESTED));
  }

  private List<Enrollment> colleagues(JudgeMail.Judged judged) {
    Set<Domain> accounts = new HashSet<>();
    persons.contacts(judged.mail()).forEach(contact -> accounts.add(contact.domain()));
    authors(judged).forEach(author -> accounts.add(author.domain()));
    List<Enrollment> stopped = new ArrayList<>();
    accounts.stream()
        .filter(account -> !Freemail.contains(account))
        .flatMap(account -> files.enrollments().ofAccount(account).stream())
        .filter(id -> !judged.mail().enrollments().contains(id))
        .distinct()
        .forEach(id -> stop(id, judged.mail().at()).ifPresent(stopped::add));
    return stopped;
  }

  /** The enrollment, if this mail ends it or, before it was read again, may have ended it. */
  private Optional<Enrollment> stop(EnrollmentId id, Instant came) {
    Optional<Enrollment> found = files.enrollments().find(id);
    if (found.isEmpty() || found.get().state().ended()) {
      return found.filter(e -> isStoppedSince(e, came));
    }
    return switch (move.stop(id, StopReason.ACCOUNT_REPLIED, engine)) {
      case Answer.Done<Enrollment>(Enrollment e) -> Optional.of(e);
      case Answer.Refused<Enrollment> _ -> Optional.empty();
    };
  }

  private static boolean isStoppedSince(Enrollment e, Instant came) {
    return e.state().equals(new State.Stopped(StopReason.ACCOUNT_REPLIED))
        && e.timeline().stream()
            .anyMatch(entry -> entry.type() == Entry.Type.STOPPED && !entry.at().isBefore(came));
  }

  /** Who wrote it, if the From proves it: it acts for somebody whom we did not write to. */
  private static List<EmailAddress> authors(JudgeMail.Judged judged) {
    return judged.mail().isProven() ? judged.authors() : List.of();
  }
}
