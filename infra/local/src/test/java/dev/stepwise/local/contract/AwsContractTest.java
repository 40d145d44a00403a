package dev.stepwise.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StepwiseException;
import dev.stepwise.aws.StepDueJson;
import dev.stepwise.contract.DeadLettersContract;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.contract.PortContracts;
import dev.stepwise.contract.Ports;
import dev.stepwise.contract.TimersContract;
import dev.stepwise.deadletter.DeadLetter;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.deadletter.Errand;
import dev.stepwise.local.aws.Faults;
import dev.stepwise.timer.StepDue;
import dev.stepwise.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
      return seen(store.table(), instant).stream().map(StepDueJson::read).toList();
    }
  }

  @Nested
  class BringingBack extends DeadLettersContract {
    private final LocalStore store = LocalStore.empty();

    @Override
    protected DeadLetters letters() {
      return store.deadLetters();
    }

    @Override
    protected void lay(String body) {
      var _ = LocalStore.LOCAL.sqs().send(LocalStore.dead(store.table()), body, Duration.ZERO);
    }

    @Override
    protected List<StepDue> wakesBy(Instant instant) {
      return seen(store.table(), instant).stream().map(StepDueJson::read).toList();
    }

    @Override
    protected List<String> eventsBy(Instant instant) {
      return seen(LocalStore.events(store.table()), instant);
    }

    @Override
    protected List<String> mailsBy(Instant instant) {
      return seen(LocalStore.mails(store.table()), instant);
    }

    @Test
    void what_cannot_be_taken_out_is_on_both_queues() {
      lay("event");
      DeadLetter letter = letters().take().getFirst();
      LocalStore.LOCAL.faults().add("sqs", "DeleteMessage", Faults.Kind.FAIL, 3);

      assertThatThrownBy(() -> letters().putBack(letter, new Errand.MailEvent(), Duration.ZERO))
          .isInstanceOf(StepwiseException.class);

      assertThat(eventsBy(Fixtures.NOON)).containsExactly("event");
      letters().leave(letter);
      assertThat(letters().take()).extracting(DeadLetter::body).containsExactly("event");
    }
  }

  private static List<String> seen(String queue, Instant instant) {
    return LocalStore.LOCAL.sqs().receive(queue, 100, instant).stream()
        .map(message -> message.body())
        .toList();
  }
}
