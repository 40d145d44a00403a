package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Plan;
import dev.stepwise.memory.Memory;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.util.function.Supplier;

/** What does not change while a run goes on: the versions of sequences, and who has which plan. */
record Settled(Memory memory, Supplier<Instant> clock) {
  Instant now() {
    return clock.get();
  }

  Version version(Enrollment e) {
    return memory.sequences().version(e.facts().sequence(), e.facts().version()).orElseThrow();
  }

  Plan plan(Enrollment e) {
    var dossier = memory.dossiers().read(e.facts());
    return Plan.of(version(e), dossier.contact(), dossier.sender());
  }
}
