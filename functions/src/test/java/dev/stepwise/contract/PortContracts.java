package dev.stepwise.contract;

import org.junit.jupiter.api.Nested;

/** Every contract of a port over the table, for adapters to keep. */
public abstract class PortContracts {
  /** The ports over an empty store. */
  protected abstract Ports empty();

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
  class Pacing extends LedgersContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Mails extends InboxContract {
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
  class Erasing extends ErasingContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Pauses extends PausesContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }

  @Nested
  class Counts extends CountsContract {
    @Override
    protected Ports ports() {
      return empty();
    }
  }
}
