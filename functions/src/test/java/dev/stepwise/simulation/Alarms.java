package dev.stepwise.simulation;

import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Timers as EventBridge Scheduler has them: by name once, up to a minute late, seldom lost. */
final class Alarms implements Timers {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LATE = Duration.ofSeconds(59);

  private final Cast cast;
  private final Agenda agenda;
  private final Incidents incidents;
  private final BiConsumer<StepDue, Instant> queue;
  private final Set<String> names = new HashSet<>();

  Alarms(Cast cast, Agenda agenda, Incidents incidents, BiConsumer<StepDue, Instant> queue) {
    this.cast = cast;
    this.agenda = agenda;
    this.incidents = incidents;
    this.queue = queue;
  }

  @Override
  public void arm(StepDue due, Instant now) {
    if (!due.due().isAfter(now.plus(SOON))) {
      names.add(due.timerName());
      queue.accept(due, due.due().isAfter(agenda.now()) ? due.due() : agenda.now());
    } else if (names.add(due.timerName())) {
      fire(due, Instant.ofEpochSecond(due.due().plusNanos(999_999_999).getEpochSecond()));
    }
  }

  private void fire(StepDue due, Instant at) {
    Chance chance = cast.chance("timer " + due.timerName());
    if (chance.permille(20) && incidents.happens("timer lost", due.timerName())) {
      return;
    }
    Instant fires = at.plus(chance.between(Duration.ZERO, LATE));
    agenda.at(fires, () -> queue.accept(due, fires));
  }

  @Override
  public void queue(List<StepDue> due) {
    due.forEach(each -> queue.accept(each, agenda.now()));
  }

  @Override
  public void queue(List<StepDue> due, Instant now, Duration over) {
    for (int i = 0; i < due.size(); i++) {
      queue.accept(due.get(i), agenda.now().plus(over.multipliedBy(i).dividedBy(due.size())));
    }
  }

  /** True when a timer of that name was set, or its message queued. */
  boolean isSet(StepDue due) {
    return names.contains(due.timerName());
  }
}
