package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Consequence;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Hearing;
import dev.stepwise.judgement.Judgement;
import dev.stepwise.matching.Clues;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.Inbox.Kept;
import dev.stepwise.matching.Incoming;
import dev.stepwise.matching.Match;
import dev.stepwise.usecase.JudgeMail.Judged;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a mail that is kept: judges it, lets it have its effects, forwards it to the reps whom it
 * concerns, and only then marks it as done. Whatever stops it in between, it is read again, and
 * what was done is not done twice.
 */
public final class ReadMail {
  private static final System.Logger LOG = System.getLogger(ReadMail.class.getName());
  private static final Duration PATIENCE = Duration.ofHours(6);

  private final Inbox inbox;
  private final Persons persons;
  private final JudgeMail judge;
  private final Aftermath aftermath;
  private final MoveEnrollment move;
  private final TellReps reps;
  private final EraseMails erase;
  private final Authority engine;

  public ReadMail(
      Persons persons,
      JudgeMail judge,
      Aftermath aftermath,
      MoveEnrollment move,
      TellReps reps,
      EraseMails erase,
      Authority engine) {
    this.inbox = persons.inbox();
    this.persons = persons;
    this.judge = judge;
    this.aftermath = aftermath;
    this.move = move;
    this.reps = reps;
    this.erase = erase;
    this.engine = engine;
  }

  /** Reads a mail, unless all is done. */
  public void read(Kept kept) {
    if (!kept.done()) {
      finish(reported(judge.judge(persons.all(kept.mail()))));
    }
  }

  /** Reads the mail of that id, if it is kept and not done. */
  public void read(String mailId) {
    inbox.find(mailId).ifPresent(this::read);
  }

  /** True while trouble that stands in a mail's way may still pass; an answer given up is lost. */
  public boolean isRecent(String mailId, Instant now) {
    return inbox
        .find(mailId)
        .filter(kept -> kept.mail().at().plus(PATIENCE).isAfter(now))
        .isPresent();
  }

  /** The mail cannot be read, however often that is tried: the rep has to look. */
  public void giveUp(String mailId, String why) {
    inbox
        .find(mailId)
        .filter(kept -> !kept.done())
        .ifPresent(kept ->
            finish(
                new Judged(
                    persons.all(kept.mail()), Optional.empty(), new Judgement.Unclear(why))));
  }

  /** A report about a mail of ours names that mail in its content: it concerns its enrollment. */
  private Judged reported(Judged judged) {
    List<String> about =
        switch (judged.judgement()) {
          case Judgement.Bounce bounce -> bounce.messageIds();
          case Judgement.Complaint complaint -> complaint.messageIds();
          default -> List.of();
        };
    if (about.isEmpty() || !judged.mail().matches().isEmpty()) {
      return judged;
    }
    Clues clues = Clues.ofMessages(about);
    List<Match> found = inbox.leads(clues).follow(clues);
    Incoming longer = persons.all(persons.extended(judged.mail(), found));
    return new Judged(longer, judged.opened(), judged.judgement());
  }

  /** Who began while the mail was read has been answered too. */
  private void finish(Judged read) {
    Judged judged = new Judged(persons.all(read.mail()), read.opened(), read.judgement());
    Incoming mail = judged.mail();
    List<Enrollment> concerned = new ArrayList<>(aftermath.of(judged));
    mail.matches().forEach(match -> settled(match, judged).ifPresent(concerned::add));
    reps.tell(judged, concerned);
    Optional<EmailAddress> person = person(judged);
    keepOrErase(judged, concerned, person);
    LOG.log(
        Level.INFO,
        "mail {0} of {1} is {2} and concerns {3}",
        mail.id(),
        person.<Object>map(author -> author).orElse("nobody known"),
        judged.judgement().getClass().getSimpleName(),
        concerned.isEmpty() ? "nobody" : concerned.stream().map(Enrollment::id).toList());
  }

  /** Of a person who was erased nothing is kept, whatever comes later or was just being read. */
  private void keepOrErase(
      Judged judged, List<Enrollment> concerned, Optional<EmailAddress> person) {
    Incoming mail = judged.mail();
    if (concerned.stream().anyMatch(e -> e.facts().isErased()) || isErased(person)) {
      erase.erase(mail.id());
      return;
    }
    inbox.done(mail, person.orElse(null), judged.judgement().getClass().getSimpleName());
    // An erasure that looked for mails just before has suppressed the person before that.
    if (isErased(person)) {
      erase.erase(mail.id());
    }
  }

  /** Who may have it erased: the person whom it is an answer of, or else its author. */
  private Optional<EmailAddress> person(Judged judged) {
    return Stream.concat(persons.contacts(judged.mail()).stream(), judged.authors().stream())
        .findFirst();
  }

  private boolean isErased(Optional<EmailAddress> person) {
    return person.filter(persons::isErased).isPresent();
  }

  /** The enrollment after the mail has had its effect on it; none when it is gone. */
  private Optional<Enrollment> settled(Match match, Judged judged) {
    Incoming mail = judged.mail();
    Answer<Enrollment> answer =
        move.change(
            match.enrollment(),
            engine,
            (file, by) -> {
              Consequence consequence =
                  mail.isSure(match)
                      ? Consequence.of(judged.judgement(), file.plan(), mail.at())
                      : Consequence.forgeable(judged.judgement());
              return Hearing.judged(
                  file.enrollment(),
                  file.plan(),
                  new Hearing.Heard(mail.id(), consequence, by.at()));
            });
    return Stream.of(answer)
        .flatMap(done ->
            done instanceof Answer.Done<Enrollment>(Enrollment e) ? Stream.of(e) : Stream.empty())
        .findFirst();
  }
}
