package dev.stepwise.simulation;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.State;
import dev.stepwise.sequence.UnknownOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What persons do, at any time and in between: the rep, the authors, and those written to. */
final class Acts {
  private static final int PLANNED = 45;
  private static final Duration LIMIT = Duration.ofSeconds(29);
  private static final Duration AT_ONCE = Duration.ofMillis(100);
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final Duration MEANWHILE = Duration.ofMillis(1_500);

  private final World world;
  private final Others others;

  Acts(World world) {
    this.world = world;
    this.others = new Others(world);
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
    world
        .memory
        .senders()
        .save(Optional.empty(), Stories.rita(Stories.pace(world.cast.chance("pace"))));
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
        reads || actor.chance.oneIn(6)
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
      case State.Active _ ->
          chance.of(List.of(Kind.PAUSE, Kind.SEND_NOW, Kind.SEND_NOW, Kind.REPLY));
    };
  }

  private void begin(String name, EmailAddress whom, Kind kind) {
    if (!world.incidents.happens("act " + kind.name().toLowerCase(Locale.ROOT), name)) {
      return;
    }
    if (kind == Kind.STOP) {
      anew(name, whom);
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

  /** Who stops one often wants to begin another, and at once. */
  private void anew(String name, EmailAddress whom) {
    Instant at = world.agenda.now().plus(world.cast.chance("anew " + name).between(AT_ONCE, SOON));
    at(at, "anew after " + name, whom, Kind.ENROLL);
  }

  private void act(Kind kind, EmailAddress whom, @Nullable EnrollmentId id, Actor actor) {
    switch (kind) {
      case ENROLL -> others.enroll(whom, actor);
      case PUBLISH -> others.publish(actor);
      case SUPPRESS ->
          world.engine.suppress.address(whom, Others.manual(whom.value(), actor), world.engine.rep);
      case SUPPRESS_DOMAIN ->
          world.engine.suppress.domain(whom.domain(), Others.manual(whom.domain().value(), actor));
      case REPLY -> others.reply(whom, actor);
      case STOP_ALL -> others.stopAll(actor);
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
}
