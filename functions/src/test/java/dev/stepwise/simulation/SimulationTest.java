package dev.stepwise.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.simulation.World.Run;
import org.junit.jupiter.api.Test;

/** Every promise is kept, whatever happens. */
class SimulationTest {
  private static final long STEPS = 20_000;

  @Test
  void no_promise_is_broken_whatever_happens() {
    Simulation simulation = new Simulation();

    try {
      simulation.run(1, STEPS, Planted.NONE);
    } catch (Breach breach) {
      throw new AssertionError(
          new Shrinking(1 + simulation.seeds(), Planted.NONE).report(breach), breach);
    }

    assertThat(simulation.fires()).isGreaterThanOrEqualTo(STEPS);
  }

  @Test
  void a_seed_always_goes_the_same_way() {
    assertThat(World.run(Run.of(3, Planted.NONE))).isEqualTo(World.run(Run.of(3, Planted.NONE)));
  }
}
