package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Tally;
import dev.stepwise.sequence.SequenceId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of mails in seven days. */
public abstract class CountsContract {
  private static final Scope OF_REP = new Scope.OfSender(REP);
  private static final Scope OTHER = new Scope.OfSequence(new SequenceId("q1"));
  private Ports ports;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
  }

  @Test
  void what_is_added_is_in_the_sum_of_its_scope() {
    assertThat(add(OF_REP, 0, new Tally(3, 1, 0, 0))).isEqualTo(new Tally(3, 1, 0, 0));
    assertThat(add(OF_REP, 0, new Tally(0, 0, 1, 0))).isEqualTo(new Tally(3, 1, 1, 0));
    assertThat(add(OTHER, 0, new Tally(1, 0, 0, 1))).isEqualTo(new Tally(1, 0, 0, 1));
  }

  @Test
  void the_window_moves_on_by_days() {
    add(OF_REP, 0, new Tally(10, 4, 2, 1));
    add(OF_REP, 3, new Tally(20, 0, 0, 0));

    assertThat(add(OF_REP, 6, new Tally(1, 0, 0, 0))).isEqualTo(new Tally(31, 4, 2, 1));
    assertThat(add(OF_REP, 7, new Tally(1, 0, 0, 0))).isEqualTo(new Tally(22, 0, 0, 0));
    assertThat(add(OF_REP, 20, new Tally(1, 0, 0, 0))).isEqualTo(new Tally(1, 0, 0, 0));
  }

  @Test
  void what_is_forgotten_counts_no_longer() {
    add(OF_REP, 0, new Tally(10, 4, 2, 1));

    ports.counts().forget(OF_REP);
    ports.counts().forget(OTHER);

    assertThat(add(OF_REP, 0, new Tally(1, 0, 0, 0))).isEqualTo(new Tally(1, 0, 0, 0));
  }

  private Tally add(Scope scope, int day, Tally more) {
    return ports.counts().add(scope, NOON.plus(Duration.ofDays(day)), more);
  }
}
