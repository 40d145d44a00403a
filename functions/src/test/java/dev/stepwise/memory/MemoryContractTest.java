package dev.stepwise.memory;

import dev.stepwise.contract.ClaimsContract;
import dev.stepwise.contract.EnrollingContract;
import dev.stepwise.contract.EnrollmentsContract;
import dev.stepwise.contract.KeysContract;
import dev.stepwise.contract.ListsContract;
import dev.stepwise.contract.PeopleContract;
import dev.stepwise.contract.Ports;
import dev.stepwise.contract.SequencesContract;
import dev.stepwise.contract.TasksContract;
import dev.stepwise.contract.TimersContract;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The adapters in memory keep every contract. */
class MemoryContractTest {
  private static Ports empty() {
    return new Memory(new Random(1));
  }

  @Nested
  class Enrollments extends EnrollmentsContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Claims extends ClaimsContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Enrolling extends EnrollingContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Lists extends ListsContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Tasks extends TasksContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Sequences extends SequencesContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class People extends PeopleContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Keys extends KeysContract {
    @Override
    protected Ports ports() {
      return empty();
    }
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
