package dev.stepwise.local.aws;

import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.store.Json;
import dev.stepwise.local.store.Store;
import dev.stepwise.local.store.Table;
import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.DueSource;
import dev.stepwise.local.time.VirtualClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** One-shot schedules, which put their input on a queue at an instant of virtual time. */
public final class SchedulerService implements DueSource {
  private static final System.Logger LOG = System.getLogger(SchedulerService.class.getName());

  private final VirtualClock clock;
  private final Agenda agenda;
  private final Store store;
  private final SqsService sqs;
  private final Table<Schedule> table;
  private final Map<String, Schedule> byKey = new HashMap<>();
  private final TreeSet<Schedule> armed = new TreeSet<>(Schedule.BY_TIME);
  private final Set<String> groups = ConcurrentHashMap.newKeySet();

  SchedulerService(VirtualClock clock, Agenda agenda, Store store, SqsService sqs) {
    this.clock = clock;
    this.agenda = agenda;
    this.store = store;
    this.sqs = sqs;
    this.table = store.table("schedules", Schedule.class);
    groups.add("default");
    table.forEach((key, schedule) -> remember(schedule));
  }

  /** Makes a schedule group known; creating a schedule in an unknown one is refused. */
  public void declareGroup(String name) {
    groups.add(name);
  }

  /** Armed timers, earliest first. */
  public List<Timer> timers() {
    return store.alone(() -> armed.stream().map(Schedule::timer).toList());
  }

  @Override
  public Optional<Instant> nextDue() {
    return store.alone(
        () -> armed.isEmpty() ? Optional.empty() : Optional.of(armed.first().instant()));
  }

  @Override
  public void work(Instant now) {
    store.together(() -> {
      while (!armed.isEmpty() && !armed.first().instant().isAfter(now)) {
        fire(armed.first());
      }
    });
  }

  void create(Schedule schedule) throws Refusal {
    checkGroup(schedule.group());
    var before =
        store.together(() -> {
          var there = Optional.ofNullable(byKey.get(schedule.key()));
          if (there.isEmpty()) {
            put(schedule);
          }
          return there;
        });
    agenda.changed();
    // The same token is the same request, sent again.
    if (before.isPresent() && !before.get().token().equals(schedule.token())) {
      throw new Refusal(
          409, "ConflictException", "Schedule " + schedule.name() + " already exists.");
    }
  }

  void update(Schedule schedule) throws Refusal {
    var before = get(schedule.group(), schedule.name());
    store.together(() -> put(schedule.createdAt(before.created())));
    agenda.changed();
  }

  Schedule get(String group, String name) throws Refusal {
    checkGroup(group);
    return Optional.ofNullable(store.alone(() -> byKey.get(Schedule.key(group, name))))
        .orElseThrow(() -> unknown("Schedule " + name + " does not exist."));
  }

  void delete(String group, String name) throws Refusal {
    var schedule = get(group, name);
    store.together(() -> remove(schedule));
  }

  Instant now() {
    return clock.now();
  }

  private void fire(Schedule schedule) {
    var timer = schedule.timer();
    sqs.named(timer.target())
        .ifPresentOrElse(
            queue -> sqs.send(queue, timer.input(), Duration.ZERO), () -> giveUp(schedule, timer));
    if (schedule.deletedAfterwards()) {
      remove(schedule);
    } else {
      put(schedule.fired());
    }
  }

  /** What could not be delivered is the call that failed, not its message alone. */
  private void giveUp(Schedule schedule, Timer timer) {
    var call = Json.object().put("MessageBody", timer.input());
    var body = Json.text(call.put("QueueUrl", sqs.url(timer.target().replaceAll(".*:", ""))));
    sqs.named(schedule.deadLetterArn())
        .ifPresentOrElse(
            dead -> sqs.send(dead, body, Duration.ZERO),
            () -> LOG.log(Level.WARNING, "timer " + timer.name() + " has no queue; dropped"));
  }

  private void put(Schedule schedule) {
    Optional.ofNullable(byKey.get(schedule.key())).ifPresent(armed::remove);
    remember(schedule);
    table.put(schedule.key(), schedule);
  }

  private void remember(Schedule schedule) {
    byKey.put(schedule.key(), schedule);
    if (schedule.armed()) {
      armed.add(schedule);
    }
  }

  private void remove(Schedule schedule) {
    Optional.ofNullable(byKey.remove(schedule.key())).ifPresent(armed::remove);
    table.remove(schedule.key());
  }

  private void checkGroup(String group) throws Refusal {
    if (!groups.contains(group)) {
      throw unknown("Schedule group " + group + " does not exist.");
    }
  }

  private static Refusal unknown(String message) {
    return new Refusal(404, "ResourceNotFoundException", message);
  }
}
