package dev.stepwise.enrollment;

import dev.stepwise.cadence.Cadence;
import dev.stepwise.cadence.Shift;
import dev.stepwise.cadence.Wait;
import dev.stepwise.pacing.Slot;
import dev.stepwise.pacing.Slots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a step would be done, and what it waits for until then, one reason after the other. It is
 * assumed that nothing else happens: each mail leaves, and each task is completed, when it is due.
 */
public record Forecast(int step, Instant at, List<Shift> shifts) {
  public Forecast {
    shifts = List.copyOf(shifts);
  }

  /** What somebody would have ahead who began so now, with these places among a sender's mails. */
  public static List<Forecast> ofNew(Itinerary.Start start, Slots slots, Instant now) {
    Plan plan = start.plan();
    Instant at = start.at();
    List<Shift> before = at.isAfter(now) ? List.of(new Shift(Wait.START_AT, at)) : List.<Shift>of();
    List<Shift> shifts = with(before, plan.cadence().shifts(at, plan.delayAtStart(start.step())));
    Forecast first = first(start.step(), at, shifts);
    return onwards(plan, slots, placed(first, slots.of(start.step())));
  }

  /**
   * What an enrollment has ahead. One that waits for a person is taken to go on now; one that has
   * ended has nothing ahead.
   */
  public static List<Forecast> of(Enrollment e, Plan plan, Instant now) {
    Slots slots = e.facts().slots();
    return switch (e.state()) {
      case State.Active s when s.due().at().isAfter(now) ->
          onwards(
              plan,
              slots,
              new Forecast(
                  s.step(), s.due().at(), List.of(new Shift(s.due().why(), s.due().at()))));
      case State.Active s -> onwards(plan, slots, first(s.step(), now, plan.cadence().shifts(now)));
      case State.AwaitingTask s -> onwards(plan, slots, waiting(s.step(), now, Wait.TASK));
      case State.Paused s when s.task() != null ->
          onwards(plan, slots, waiting(s.step(), now, Wait.TASK));
      case State.Paused s -> onwards(plan, slots, resumed(e, plan, s, now));
      case State.Failed s ->
          onwards(
              plan, slots, first(s.step(), now, with(waits(s.kind(), now), heeding(e, plan, now))));
      case State.Finished _, State.Stopped _ -> List.of();
    };
  }

  private static Forecast resumed(Enrollment e, Plan plan, State.Paused s, Instant now) {
    Instant wanted = now.plus(s.rest());
    List<Shift> shifts = waits(s.reason().waits(), now);
    if (wanted.isAfter(now)) {
      shifts = with(shifts, waits(Wait.DELAY, wanted));
    }
    return first(s.step(), wanted, with(shifts, heeding(e, plan, wanted)));
  }

  /** Not before the contact is back, and then in the window. */
  private static List<Shift> heeding(Enrollment e, Plan plan, Instant wanted) {
    Cadence cadence = plan.cadence();
    Instant until = e.holds().until();
    return until == null || !until.isAfter(wanted)
        ? cadence.shifts(wanted)
        : with(waits(Wait.HOLD, until), cadence.shifts(until));
  }

  private static Forecast waiting(int step, Instant now, Wait why) {
    return new Forecast(step, now, waits(why, now));
  }

  private static List<Shift> waits(Wait why, Instant until) {
    return List.of(new Shift(why, until));
  }

  private static Forecast first(int step, Instant wanted, List<Shift> shifts) {
    return new Forecast(step, shifts.isEmpty() ? wanted : shifts.getLast().until(), shifts);
  }

  private static List<Forecast> onwards(Plan plan, Slots slots, Forecast first) {
    List<Forecast> ahead = new ArrayList<>(List.of(first));
    for (int step = first.step + 1; step <= plan.version().last(); step++) {
      Instant base = ahead.getLast().at;
      List<Shift> shifts = plan.cadence().shifts(base, plan.version().step(step).delay());
      Forecast next = first(step, base, shifts);
      ahead.add(placed(next, plan.place(slots, step, next.at)));
    }
    return ahead;
  }

  /** Not before the place of its mail. */
  private static Forecast placed(Forecast next, Optional<Slot> place) {
    return place
        .filter(slot -> slot.at().isAfter(next.at))
        .map(slot -> new Forecast(next.step, slot.at(), with(next.shifts, waits(slot))))
        .orElse(next);
  }

  /** A place moves by a minute at least for what is before it. */
  private static List<Shift> waits(Slot slot) {
    return waits(slot.why().isPace() ? slot.why() : Wait.GAP, slot.at());
  }

  private static List<Shift> with(List<Shift> some, List<Shift> more) {
    List<Shift> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
