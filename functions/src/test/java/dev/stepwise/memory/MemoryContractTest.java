package dev.stepwise.memory;

import dev.stepwise.contract.DeadLettersContract;
import dev.stepwise.contract.PortContracts;
import dev.stepwise.contract.Ports;
import dev.stepwise.contract.TimersContract;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.deadletter.Errand;
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
  class BringingBack extends DeadLettersContract {
    private final MemoryDeadLetters letters = new MemoryDeadLetters();

    @Override
    protected DeadLetters letters() {
      return letters;
    }

    @Override
    protected void lay(String body) {
      letters.lay(body);
    }

    @Override
    protected List<StepDue> wakesBy(Instant instant) {
      return letters.back(instant, Errand.Wake.class).stream()
          .map(back -> ((Errand.Wake) back.errand()).due())
          .toList();
    }

    @Override
    protected List<String> eventsBy(Instant instant) {
      return bodies(instant, Errand.MailEvent.class);
    }

    @Override
    protected List<String> mailsBy(Instant instant) {
      return bodies(instant, Errand.InboundMail.class);
    }

    private List<String> bodies(Instant instant, Class<? extends Errand> home) {
      return letters.back(instant, home).stream().map(MemoryDeadLetters.Back::body).toList();
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
