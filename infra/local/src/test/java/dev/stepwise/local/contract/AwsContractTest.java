package dev.stepwise.local.contract;

import dev.stepwise.aws.StepDueJson;
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
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The adapters to AWS keep every contract. */
class AwsContractTest {
  private static Ports empty() {
    return LocalStore.empty();
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
    private final LocalStore store = LocalStore.empty();

    @Override
    protected Timers timers() {
      return store.timers();
    }

    @Override
    protected List<StepDue> takenBy(Instant instant) {
      LocalStore.LOCAL.scheduler().work(instant);
      return LocalStore.LOCAL.sqs().receive(store.table(), 100, instant).stream()
          .map(message -> StepDueJson.read(message.body()))
          .toList();
    }
  }
}
