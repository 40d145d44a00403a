package dev.stepwise.usecase;

import dev.stepwise.enrollment.Decision;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.enrollment.Switching;
import dev.stepwise.enrollment.Switching.Back;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Pauses.Under;
import dev.stepwise.task.Tasks;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Has enrollments heed the switches that they are under, as those stand now. */
record Heed(
    Pauses pauses, Tasks tasks, MoveEnrollment move, CarryPauses.Hands hands, InstantSource clock) {
  private static final System.Logger LOG = System.getLogger(Heed.class.getName());

  /** True when one of a list did not; {@code who} turned the switch in question {@code at} then. */
  boolean page(List<Enrollment> page, String who, Instant at) {
    List<Under> under = page.stream().map(Heed::under).distinct().toList();
    Map<Under, Switches> switches = under.isEmpty() ? Map.of() : pauses.of(under);
    Instant now = clock.instant();
    List<Enrollment> due =
        page.stream().filter(e -> Switching.isDue(e, switches(e, switches), now)).toList();
    hands.parallel().map(due, e -> one(e, switches(e, switches), back(who, at)));
    return !due.isEmpty();
  }

  private static Under under(Enrollment e) {
    return new Under(e.facts().sequence(), e.facts().sender());
  }

  private static Switches switches(Enrollment e, Map<Under, Switches> all) {
    return all.getOrDefault(under(e), Switches.NONE);
  }

  private Back back(String who, Instant at) {
    return new Back(who, at, hands.random().nextDouble());
  }

  /** One enrollment's trouble is its own: a later pass finds it again. */
  private boolean one(Enrollment listed, Switches switches, Back back) {
    try {
      move.change(
          listed.id(), hands.engine(), (file, _) -> decide(file, switches, back, clock.instant()));
      return true;
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "enrollment " + listed.id() + " does not heed a switch", trouble);
      return false;
    }
  }

  private Decision decide(CaseFile file, Switches switches, Back back, Instant now) {
    Enrollment e = file.enrollment();
    if (!Switching.isDue(e, switches, now)) {
      return new Decision.Unchanged(e);
    }
    return new Decision.Changed(
        switches
            .off(now)
            .map(off -> Switching.paused(e, off, now))
            .orElseGet(
                () -> Switching.resumed(e, file.plan(), MoveEnrollment.open(e, tasks), back, now)));
  }
}
