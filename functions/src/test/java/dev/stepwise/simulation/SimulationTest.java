package dev.stepwise.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwise.Full;
import dev.stepwise.simulation.World.Run;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every promise is kept, whatever happens. */
class SimulationTest {
  /** {@code -Pfull}, with {@code -Dsteps} if wanted, takes as long as asked. */
  private static final long STEPS = Full.on() ? Long.getLong("steps", 5_000_000) : 500_000;

  /** The sweep's interval, what it counts as late, a redelivery, and the longest grace. */
  private static final Duration SWEEP_AND_GRACE = Duration.ofMinutes(5 + 2 + 2 + 15);

  private static final List<String> FAULTS =
      List.of(
          "crash_before",
          "crash_after",
          "timeout_before",
          "timeout_after",
          "throttled",
          "repeated",
          "mail timed out before",
          "mail timed out after",
          "crash after mail",
          "event lost",
          "event late",
          "event twice",
          "timer lost",
          "message lost",
          "message late",
          "message twice",
          "act reply",
          "act suppress",
          "account paused",
          "act publish");

  @Test
  void no_promise_is_broken_whatever_happens() {
    Simulation simulation = new Simulation();

    try {
      simulation.run(1, STEPS, Planted.NONE);
    } catch (Breach breach) {
      throw new AssertionError(
          new Shrinking(1 + simulation.seeds(), () -> Planted.NONE).report(breach), breach);
    }

    assertThat(simulation.fires()).isGreaterThanOrEqualTo(STEPS);
    assertThat(simulation.longestStall()).isLessThanOrEqualTo(SWEEP_AND_GRACE);
    assertThat(simulation.incidents().keySet()).containsAll(FAULTS);
  }

  @Test
  void a_seed_always_goes_the_same_way() {
    assertThat(World.run(Run.of(3, Planted.NONE))).isEqualTo(World.run(Run.of(3, Planted.NONE)));
  }

  @Test
  void how_many_workers_there_are_changes_nothing() {
    Simulation alone = new Simulation(1);
    Simulation three = new Simulation(3);

    alone.runSeeds(1, 20, () -> Planted.NONE);
    three.runSeeds(1, 20, () -> Planted.NONE);

    assertThat(three.print()).isEqualTo(alone.print());
    assertThat(three.fires()).isEqualTo(alone.fires());
    assertThat(three.incidents()).isEqualTo(alone.incidents());
  }

  @Test
  void the_lowest_seed_that_fails_is_told_of_however_many_workers_there_are() {
    Simulation alone = new Simulation(1);
    Simulation three = new Simulation(3);

    Breach first = breach(alone);
    Breach same = breach(three);

    assertThat(same).hasMessage(first.getMessage());
    assertThat(three.seeds()).isEqualTo(alone.seeds());
  }

  private static Breach breach(Simulation simulation) {
    return catchThrowableOfType(
        Breach.class, () -> simulation.runSeeds(1, 60, ClaimBugs::claimRemoved));
  }
}
