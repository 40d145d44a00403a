package dev.stepwise.simulation;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.memory.Memory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** One run of some enrollments over some days: what happens in it follows from its seed. */
final class World implements Site {
  private static final Instant START = Instant.parse("2026-11-04T09:00:00Z");
  private static final Duration EVENTFUL = Duration.ofDays(3);

  /** How long a run is: nothing befalls anybody in its last four days. */
  static final Duration ALL = EVENTFUL.plusDays(4);

  /** How many calls of a thousand fail in a run: to the table and timers, and to SES. */
  private static final List<Integer> WEATHER = List.of(0, 4, 15, 40);

  private static final List<Integer> SES_WEATHER = List.of(0, 60, 120, 400);

  final Memory memory;
  final Agenda agenda;
  final Cast cast;
  final Incidents incidents;
  final Watch watch;
  final Trace trace;
  final Engine engine;
  final Functions functions;
  final Replies replies = new Replies();
  final Alarms alarms;
  final Calls calls;
  final Planted planted;
  private final Post post;
  private final Acts acts;
  private final Still still;

  /** Which run: its seed, what is left out of it, whether it is traced, and what is wrong in it. */
  record Run(long seed, Set<String> muted, boolean traced, Planted planted) {
    static Run of(long seed, Planted planted) {
      return new Run(seed, Set.of(), false, planted);
    }
  }

  /** What a run that broke no promise came to. */
  record Figures(
      long fires,
      long calls,
      long mails,
      Map<String, Long> checks,
      Duration longestStall,
      Map<String, Long> incidents,
      long print) {}

  World(Run run) {
    planted = run.planted();
    memory = new Memory(new Random(run.seed()));
    agenda = new Agenda(START, this::moved);
    cast = new Cast(run.seed(), agenda);
    incidents = new Incidents(run.muted());
    trace =
        new Trace(
            run.traced(), agenda::now, () -> cast.current().map(a -> a.name).orElse("nobody"));
    watch = new Watch(memory.enrollments(), cast::current, trace, new Settled(memory, agenda::now));
    still = new Still(memory, agenda::now);
    Chance weather = Chance.of(run.seed(), "weather");
    int permille = weather.of(WEATHER);
    Faults faults = new Faults(cast, incidents, permille, watch);
    post = new Post(cast, agenda, incidents, watch);
    functions = new Functions(this);
    acts = new Acts(this);
    calls = new Calls(faults, watch, acts::disturb);
    alarms = new Alarms(cast, agenda, incidents, functions::wake);
    watch.also(new Armed(alarms::isSet));
    watch.also(still);
    watch.alsoDisturbed(still::disturbed);
    Ses ses = new Ses(cast, agenda, incidents, watch, functions::tell, weather.of(SES_WEATHER));
    engine =
        new Engine(
            memory,
            new Engine.Ground(
                calls,
                planted,
                alarms,
                ses,
                ses,
                calls.port(MailStore.class, replies),
                functions::readAgain,
                clock(),
                random()));
    planted.into(this);
  }

  /** Runs one world. */
  static Figures run(Run run) {
    return Light.run(() -> new World(run).play());
  }

  Figures play() {
    try {
      acts.plan(START, EVENTFUL);
      new Turns(this).plan(START, EVENTFUL);
      new Sweeps(this, agenda, START).plan();
      workUntil(START.plus(EVENTFUL));
      incidents.heal();
      workUntil(START.plus(ALL));
      watch.quiet();
    } finally {
      cast.dismiss();
    }
    return new Figures(
        functions.fires(),
        calls.count(),
        watch.accepted().size(),
        watch.checks(),
        watch.moving().longest(),
        incidents.kinds(),
        trace.print());
  }

  private void workUntil(Instant end) {
    boolean going = true;
    while (going) {
      going = agenda.work(end);
    }
  }

  private void moved(Instant now) {
    watch.moved(now);
    still.moved(now);
  }

  private InstantSource clock() {
    return () ->
        cast.current().map(Actor::now).orElseGet(() -> agenda.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private RandomGenerator random() {
    SplittableRandom own = new SplittableRandom(1);
    return () -> cast.current().map(actor -> actor.chance.dice()).orElse(own).nextLong();
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public Watch watch() {
    return watch;
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public Planted planted() {
    return planted;
  }

  @Override
  public Instant now() {
    return agenda.now();
  }

  @Override
  public void put(Post.Message message, Instant at) {
    post.put(message, at);
  }

  @Override
  public void begin(Cast.Role role, Predicate<Actor> work) {
    cast.begin(role, work, _ -> {});
  }

  /** The latest enrollment of that contact. */
  Optional<Enrollment> latest(EmailAddress contact) {
    return Optional.ofNullable(memory.contacts().card(contact).lockedBy())
        .flatMap(memory.enrollments()::find);
  }
}
