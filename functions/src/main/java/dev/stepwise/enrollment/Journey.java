package dev.stepwise.enrollment;

import dev.stepwise.cadence.Due;
import dev.stepwise.pacing.Ledger;
import dev.stepwise.pacing.Pace;
import dev.stepwise.pacing.Place;
import dev.stepwise.pacing.Slot;
import dev.stepwise.pacing.Slots;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One itinerary in the making: the next mail that wants a place, and when it may have it. */
final class Journey {
  private final Itinerary.Start start;
  private final int order;
  private final Map<Integer, Slot> slots = new HashMap<>();
  private int step;
  private boolean over;
  Slot wants;

  Journey(Itinerary.Start start, int order) {
    this.start = start;
    this.order = order;
    this.step = start.step();
    Due due = start.first().due();
    this.wants = new Slot(due.at(), due.why());
    if (isTask()) {
      goOn(due.at());
    }
  }

  boolean isOver() {
    return over;
  }

  /** True until its first mail has a place. */
  boolean isFirst() {
    return slots.isEmpty();
  }

  /** Its place in the call. */
  int order() {
    return order;
  }

  /** Not before the first mail of the one before it in line. */
  void waitFor(Journey before) {
    Slot place = before.slots.get(before.start.step());
    if (place != null && place.at().isAfter(wants.at())) {
      wants = place;
    }
  }

  Plan plan() {
    return start.plan();
  }

  /** Asks for the place that it wants; it may want another one afterwards. */
  void ask(Ledger ledger) {
    var wanted = new Ledger.Wanted(Enrolled.mail(start.id(), step), isFirst());
    switch (ledger.ask(wanted, wants, start.plan().cadence())) {
      case Place.NotBefore(Slot later) -> wants = later;
      case Place.Never _ -> over = true;
      case Place.Booked(Slot slot) -> {
        slots.put(step, slot);
        goOn(slot.at().plus(Pace.PRECISION));
      }
    }
  }

  /** To the next mail, unless a task waits for a person before it. */
  private void goOn(Instant done) {
    Version version = start.plan().version();
    Instant at = done;
    do {
      over = step == version.last() || waits(version.step(step));
      if (!over) {
        step++;
        Due due = start.plan().cadence().after(at, version.step(step).delay());
        wants = new Slot(due.at(), due.why());
        at = due.at();
      }
    } while (!over && isTask());
  }

  private boolean isTask() {
    return start.plan().version().step(step) instanceof Step.ManualTask;
  }

  private static boolean waits(Step step) {
    return step instanceof Step.ManualTask task && task.waitForCompletion();
  }

  /** There is no place for its very first mail as far as the ledger goes: it asks again then. */
  private boolean isLost() {
    return over && isFirst() && step == start.step() && !isTask();
  }

  private Due at(@Nullable Slot own) {
    return (own == null ? wants : own).due();
  }

  Itinerary done(Pace pace) {
    Slot own = slots.get(start.step());
    return new Itinerary(
        own == null && !isLost() ? start.first() : new State.Active(start.step(), at(own)),
        new Slots(pace.edition(), slots));
  }
}
