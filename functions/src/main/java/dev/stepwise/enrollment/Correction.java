package dev.stepwise.enrollment;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.LocalZone;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.util.Optional;

/** What is known of a contact, corrected, and what it means for an enrollment on that version. */
public record Correction(Version version, Sender sender, Contact before, Contact after) {

  /** Which parts differ, not their values; but by whose clock it goes from now on is told. */
  String told() {
    String parts = String.join(", ", before.differences(after));
    LocalZone zone = zone(after);
    return zone.equals(zone(before)) ? parts : parts + "; now " + zone;
  }

  boolean isEmpty() {
    return before.differences(after).isEmpty();
  }

  /**
   * The same step by the other clock: its delay goes on from where it began, and the window is
   * applied anew. A due time of which the timeline does not tell where it began stays, in the
   * window. Nothing is late by {@code at} for a clock that was not known before.
   */
  State.Active retimed(Enrollment e, State.Active s, Instant at) {
    Plan old = Plan.of(version, before, sender);
    Plan now = Plan.of(version, after, sender);
    if (old.cadence().equals(now.cadence())) {
      return s;
    }
    return e.timeline().reversed().stream()
        .filter(entry -> begun(e, s, old, entry).filter(s::equals).isPresent())
        .findFirst()
        .flatMap(entry -> begun(e, s, now, entry))
        .map(again -> again.notPromisedBefore(at))
        .orElseGet(() -> now.kept(e, s).late(s));
  }

  /** The step as it is due if its delay began with that entry. */
  private static Optional<State.Active> begun(
      Enrollment e, State.Active s, Plan plan, Entry entry) {
    return switch (entry.type()) {
      case ENROLLED -> Optional.of(plan.begin(s.step(), entry.at(), Wait.DELAY));
      case SENT, TASK_CREATED, TASK_COMPLETED, TASK_SKIPPED, OUTCOME_TOLD ->
          s.step() == 1 ? Optional.empty() : Optional.of(plan.following(e, s.step(), entry.at()));
      default -> Optional.empty();
    };
  }

  private LocalZone zone(Contact contact) {
    return version.settings().timeZone().zone(contact, sender);
  }
}
