package dev.stepwise.usecase;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Freemail;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppression.Reason;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.judgement.Judgement;
import dev.stepwise.judgement.Judgement.Calendar;
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
  private final MoveEnrollment move;
  private final Authority engine;
  private final InstantSource clock;

  public Aftermath(
      CaseFiles files,
      Persons persons,
      Suppress suppress,
      MoveEnrollment move,
      Authority engine,
      InstantSource clock) {
    this.files = files;
    this.persons = persons;
    this.suppress = suppress;
    this.move = move;
    this.engine = engine;
    this.clock = clock;
  }

  /** The enrollments of colleagues that ended. */
  List<Enrollment> of(JudgeMail.Judged judged) {
    switch (judged.judgement()) {
      case Judgement.OptOut _ -> suppress(optedOut(judged), Reason.UNSUBSCRIBED);
      case Judgement.Complaint _ -> suppress(persons.contacts(judged.mail()), Reason.COMPLAINED);
      case Judgement.Bounce bounce when bounce.kind() == Judgement.Bounce.Kind.HARD ->
          suppress(persons.contacts(judged.mail()), Reason.BOUNCED);
      case Judgement.Bounce _,
          Judgement.Loop _,
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
        .forEach(id -> stop(id).ifPresent(stopped::add));
    return stopped;
  }

  private Optional<Enrollment> stop(EnrollmentId id) {
    Optional<Enrollment> open = files.enrollments().find(id).filter(e -> !e.state().ended());
    return open.isEmpty()
        ? Optional.empty()
        : switch (move.stop(id, StopReason.ACCOUNT_REPLIED, engine)) {
          case Answer.Done<Enrollment>(Enrollment e) -> Optional.of(e);
          case Answer.Refused<Enrollment> _ -> Optional.empty();
        };
  }

  /** Who wrote it, if its From is to be believed. */
  private static List<EmailAddress> authors(JudgeMail.Judged judged) {
    return judged.mail().isAuthentic() ? judged.authors() : List.of();
  }
}
