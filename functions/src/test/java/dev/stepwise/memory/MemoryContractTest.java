package dev.stepwise.memory;

import dev.stepwise.contract.PortContracts;
import dev.stepwise.contract.Ports;
import dev.stepwise.contract.TimersContract;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The adapters in memory keep every contract. */
class MemoryContractTest extends PortContracts {
  @Override
  protected Ports empty() {
    return new Memory(new Random(1));
  }

  @Nested
  class Waking extends TimersContract {
    private final MemoryTimers timers = new MemoryTimers();

    @Override
    protected Timers timers() {
      return timers;
    }

    @Override
    protected List<StepDue> takenBy(Instant instant) {
      List<StepDue> taken = new ArrayList<>();
      for (var next = timers.take(instant); next.isPresent(); next = timers.take(instant)) {
        taken.add(next.get());
      }
      return taken;
    }
  }
}
