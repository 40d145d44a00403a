package dev.stepwise.local.contract;

import dev.stepwise.aws.StepDueJson;
import dev.stepwise.contract.PortContracts;
import dev.stepwise.contract.Ports;
import dev.stepwise.contract.TimersContract;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The adapters to AWS keep every contract. */
class AwsContractTest extends PortContracts {
  @Override
  protected Ports empty() {
    return LocalStore.empty();
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
