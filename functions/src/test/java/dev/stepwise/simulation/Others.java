package dev.stepwise.simulation;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.usecase.Answer;
import dev.stepwise.usecase.Candidate;
import dev.stepwise.usecase.EnrollRequest;
import java.util.List;
import java.util.Map;

/** What people do that is more than a move of one enrollment. */
record Others(World world) {
  void enroll(EmailAddress whom, Actor actor) {
    Contact contact =
        Stories.people().stream().filter(p -> p.email().equals(whom)).findFirst().orElseThrow();
    Candidate candidate = new Candidate.Good(whom.value(), contact, Map.of());
    UnknownOutcome rule = actor.chance.of(List.of(UnknownOutcome.values()));
    int step = actor.chance.oneIn(5) ? 4 : 1;
    EnrollRequest request =
        new EnrollRequest(
            Stories.sequence(rule),
            Stories.RITA,
            step,
            null,
            false,
            List.of(candidate),
            null,
            false);
    var answer = world.engine.enroll.prepare(request, world.engine.rep);
    answer.then(call -> Answer.done(world.engine.enroll.enroll(call)));
  }

  /** Ends what goes on in a sequence, as archiving it can. */
  void stopAll(Actor actor) {
    UnknownOutcome rule = actor.chance.of(List.of(UnknownOutcome.values()));
    world.engine.author.stopActive(Stories.sequence(rule), world.engine.rep, actor::timeLeft);
  }

  void publish(Actor actor) {
    UnknownOutcome rule = actor.chance.of(List.of(UnknownOutcome.values()));
    var id = Stories.sequence(rule);
    int current = world.memory.sequences().find(id).orElseThrow().current().number();
    world.engine.author.publish(id, Stories.draft(rule, current + 1), current, world.engine.rep);
  }

  static Suppression manual(String target, Actor actor) {
    return new Suppression(target, Suppression.Reason.MANUAL, actor.now(), "rita", null);
  }

  /** An answer to the last mail that the contact has got, of whichever enrollment. */
  void reply(EmailAddress whom, Actor actor) {
    world.watch.accepted().reversed().stream()
        .filter(mail -> mail.letter().to().equals(whom))
        .findFirst()
        .ifPresent(mail -> {
          String id = "reply" + Integer.toHexString(actor.name.hashCode());
          Said said = actor.chance.of(List.of(Said.values()));
          var reply = world.replies.answer(mail, id, actor.now(), said);
          world.functions.mail(reply, answered(mail, said));
        });
  }

  /** What is forged names no mail: it is taken for one about the latest enrollment. */
  private EnrollmentId answered(Accepted mail, Said said) {
    return said.isForged()
        ? world.latest(mail.letter().to()).map(Enrollment::id).orElse(mail.enrollment())
        : mail.enrollment();
  }
}
