package dev.stepwise.simulation;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.task.TaskId;
import dev.stepwise.usecase.Candidate;
import dev.stepwise.usecase.EnrollRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What persons do, at any time and in between: the rep, the authors, and those written to. */
final class Acts {
  private static final int PLANNED = 45;
  private static final Duration LIMIT = Duration.ofSeconds(29);
  private static final Duration MEANWHILE = Duration.ofMillis(1_500);

  private final World world;

  Acts(World world) {
    this.world = world;
  }

  private enum Kind {
    PAUSE,
    RESUME,
    STOP,
    RETRY,
    SEND_NOW,
    TOLD_SENT,
    TOLD_SEND,
    COMPLETE,
    SKIP,
    SUPPRESS,
    SUPPRESS_DOMAIN,
    REENROLL,
    ENROLL,
    PUBLISH,
    REPLY
  }

  /** Begins, and plans what comes over these days. */
  void plan(Instant start, Duration days) {
    world.memory.senders().save(java.util.Optional.empty(), Stories.rita());
    for (UnknownOutcome rule : UnknownOutcome.values()) {
      world.engine.author.create(Stories.sequence(rule), Stories.draft(rule, 1), world.engine.rep);
    }
    List<Contact> people = Stories.people();
    for (Contact person : people) {
      for (int call = 0; call < 2; call++) {
        String name = "enroll " + person.email() + " " + call;
        at(start.plusMillis(call * 20L), name, person.email(), Kind.ENROLL);
      }
    }
    for (int i = 0; i < PLANNED; i++) {
      Chance chance = world.cast.chance("plan " + i);
      Instant at = start.plus(chance.between(Duration.ofMinutes(1), days));
      EmailAddress whom = chance.of(people).email();
      String name = "act " + i;
      world.agenda.at(at, () -> begin(name, whom, fitting(whom, chance)));
    }
  }

  /** Somebody acts just while something is under way. */
  void disturb(String call) {
    world.cast.current().ifPresent(actor -> disturb(actor, call));
  }

  private void disturb(Actor actor, String call) {
    EnrollmentId id = actor.concerns;
    if (id != null && actor.name.startsWith("fire") && actor.chance.permille(12)) {
      EmailAddress whom =
          world.memory.enrollments().find(id).map(e -> e.facts().contact()).orElse(null);
      if (whom != null) {
        Instant at = world.agenda.now().plus(actor.chance.between(Duration.ZERO, MEANWHILE));
        Kind kind = actor.chance.of(List.of(Kind.values()));
        at(at, "meanwhile " + kind + " " + actor.place(call), whom, kind);
      }
    }
  }

  private void at(Instant at, String name, EmailAddress whom, Kind kind) {
    world.agenda.at(at, () -> begin(name, whom, kind));
  }

  /** What a rep would do, mostly. */
  private Kind fitting(EmailAddress whom, Chance chance) {
    State state = world.latest(whom).map(Enrollment::state).orElse(null);
    if (state == null || chance.oneIn(4)) {
      return chance.of(List.of(Kind.values()));
    }
    return switch (state) {
      case State.Paused p when p.reason() == State.Paused.Reason.UNKNOWN_SEND ->
          chance.of(List.of(Kind.TOLD_SENT, Kind.TOLD_SEND));
      case State.Paused _ -> Kind.RESUME;
      case State.AwaitingTask _ -> chance.of(List.of(Kind.COMPLETE, Kind.SKIP));
      case State.Failed _ -> Kind.RETRY;
      case State.Finished _, State.Stopped _ -> chance.of(List.of(Kind.ENROLL, Kind.REENROLL));
      case State.Active _ -> chance.of(List.of(Kind.PAUSE, Kind.SEND_NOW, Kind.REPLY));
    };
  }

  private void begin(String name, EmailAddress whom, Kind kind) {
    if (!world.incidents.happens("act " + kind.name().toLowerCase(java.util.Locale.ROOT), name)) {
      return;
    }
    EnrollmentId id = world.latest(whom).map(Enrollment::id).orElse(null);
    world.cast.begin(
        new Cast.Role(name, id, LIMIT),
        actor ->
            !world.functions.failed(
                name,
                id,
                () -> {
                  world.trace.line(id, "does " + kind);
                  act(kind, whom, id, actor);
                }),
        _ -> {});
  }

  private void act(
      Kind kind,
      EmailAddress whom,
      @org.jspecify.annotations.Nullable EnrollmentId id,
      Actor actor) {
    switch (kind) {
      case ENROLL -> enroll(whom, actor);
      case PUBLISH -> publish(actor);
      case SUPPRESS ->
          world.engine.suppress.address(whom, manual(whom.value(), actor), world.engine.rep);
      case SUPPRESS_DOMAIN ->
          world.engine.suppress.domain(whom.domain(), manual(whom.domain().value(), actor));
      case REPLY -> reply(whom, actor);
      case PAUSE, RESUME, STOP, RETRY, SEND_NOW, TOLD_SENT, TOLD_SEND, COMPLETE, SKIP, REENROLL -> {
        if (id != null) {
          move(kind, id, actor);
        }
      }
    }
  }

  private void move(Kind kind, EnrollmentId id, Actor actor) {
    Engine engine = world.engine;
    switch (kind) {
      case PAUSE -> engine.move.pause(id, engine.rep);
      case RESUME -> engine.move.resume(id, engine.rep);
      case STOP -> engine.move.stop(id, StopReason.STOPPED_BY_USER, engine.rep);
      case RETRY -> engine.move.retry(id, engine.rep);
      case SEND_NOW -> engine.move.sendNow(id, engine.rep);
      case TOLD_SENT -> engine.move.resolve(id, true, engine.rep);
      case TOLD_SEND -> engine.move.resolve(id, false, engine.rep);
      case COMPLETE -> engine.tasks.complete(TaskId.of(id.value(), 3), engine.rep);
      case SKIP -> engine.tasks.skip(TaskId.of(id.value(), 3), engine.rep);
      case REENROLL -> engine.reenroll.reenroll(id, 1 + actor.chance.below(4), engine.rep);
      case ENROLL, PUBLISH, SUPPRESS, SUPPRESS_DOMAIN, REPLY ->
          throw new IllegalStateException("moves no enrollment: " + kind);
    }
  }

  private void enroll(EmailAddress whom, Actor actor) {
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
    answer.then(call -> dev.stepwise.usecase.Answer.done(world.engine.enroll.enroll(call)));
  }

  private void publish(Actor actor) {
    UnknownOutcome rule = actor.chance.of(List.of(UnknownOutcome.values()));
    var id = Stories.sequence(rule);
    int current = world.memory.sequences().find(id).orElseThrow().current().number();
    world.engine.author.publish(id, Stories.draft(rule, current + 1), current, world.engine.rep);
  }

  private static Suppression manual(String target, Actor actor) {
    return new Suppression(target, Suppression.Reason.MANUAL, actor.now(), "rita", null);
  }

  /** An answer to the last mail that the contact has got, of whichever enrollment. */
  private void reply(EmailAddress whom, Actor actor) {
    world.watch.accepted().reversed().stream()
        .filter(mail -> mail.letter().to().equals(whom))
        .findFirst()
        .ifPresent(mail -> {
          String id = world.cast.unique("reply" + Math.abs(actor.name.hashCode()));
          var receipt = world.replies.answer(mail, id, actor.now(), actor.chance);
          world.functions.mail(receipt, mail.enrollment());
        });
  }
}
