package dev.stepwise.simulation;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.State;
import dev.stepwise.sequence.UnknownOutcome;
import dev.stepwise.usecase.Answer;
import dev.stepwise.usecase.Candidate;
import dev.stepwise.usecase.EnrollRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What persons do, at any time and in between: the rep, the authors, and those written to. */
final class Acts {
  private static final int PLANNED = 45;
  private static final Duration LIMIT = Duration.ofSeconds(29);
  private static final Duration MEANWHILE = Duration.ofMillis(1_500);

  private final World world;

  Acts(World world) {
    this.world = world;
  }

  /** What a person can do. */
  enum Kind {
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
    STOP_ALL,
    OPT_OUT,
    REPLY
  }

  /** Begins, and plans what comes over these days. */
  void plan(Instant start, Duration days) {
    world.memory.senders().save(Optional.empty(), Stories.rita());
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
    boolean sends = actor.name.startsWith("fire") && actor.chance.permille(12);
    boolean reads = actor.name.startsWith("mail") && actor.chance.permille(60);
    if (id == null || !(sends || reads)) {
      return;
    }
    Kind kind =
        reads || actor.chance.oneIn(4)
            ? (reads ? Kind.SEND_NOW : Kind.REPLY)
            : actor.chance.of(List.of(Kind.values()));
    Instant at = world.agenda.now().plus(actor.chance.between(Duration.ZERO, MEANWHILE));
    world
        .memory
        .enrollments()
        .find(id)
        .ifPresent(
            e -> at(at, "meanwhile " + kind + " " + actor.place(call), e.facts().contact(), kind));
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
    if (!world.incidents.happens("act " + kind.name().toLowerCase(Locale.ROOT), name)) {
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

  private void act(Kind kind, EmailAddress whom, @Nullable EnrollmentId id, Actor actor) {
    switch (kind) {
      case ENROLL -> enroll(whom, actor);
      case PUBLISH -> publish(actor);
      case SUPPRESS ->
          world.engine.suppress.address(whom, manual(whom.value(), actor), world.engine.rep);
      case SUPPRESS_DOMAIN ->
          world.engine.suppress.domain(whom.domain(), manual(whom.domain().value(), actor));
      case REPLY -> reply(whom, actor);
      case STOP_ALL -> stopAll(actor);
      case PAUSE,
          RESUME,
          STOP,
          RETRY,
          SEND_NOW,
          TOLD_SENT,
          TOLD_SEND,
          COMPLETE,
          SKIP,
          REENROLL,
          OPT_OUT -> {
        if (id != null) {
          Deeds.move(world.engine, kind, id, actor);
        }
      }
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
    answer.then(call -> Answer.done(world.engine.enroll.enroll(call)));
  }

  /** Ends what goes on in a sequence, as archiving it can. */
  private void stopAll(Actor actor) {
    UnknownOutcome rule = actor.chance.of(List.of(UnknownOutcome.values()));
    world.engine.author.stopActive(Stories.sequence(rule), world.engine.rep, actor::timeLeft);
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
          String id = "reply" + Integer.toHexString(actor.name.hashCode());
          var receipt = world.replies.answer(mail, id, actor.now(), actor.chance);
          world.functions.mail(receipt, mail.enrollment());
        });
  }
}
