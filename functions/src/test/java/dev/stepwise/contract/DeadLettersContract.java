package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.SEQUENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.deadletter.DeadLetter;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.deadletter.Errand;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.timer.StepDue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dead letters: none is lost, and each comes back where it belongs. */
public abstract class DeadLettersContract {
  private static final StepDue DUE = new StepDue(new EnrollmentId("e1"), SEQUENCE, 1, 2, 3, NOON);

  /** No dead letters; it is {@link Fixtures#NOON}. */
  protected abstract DeadLetters letters();

  /** Lays a message there. */
  protected abstract void lay(String body);

  /** What can be seen on the step-due queue by then. */
  protected abstract List<StepDue> wakesBy(Instant instant);

  /** What can be seen on the mail events' queue by then. */
  protected abstract List<String> eventsBy(Instant instant);

  /** What can be seen on the inbound queue by then. */
  protected abstract List<String> mailsBy(Instant instant);

  @Test
  void what_is_taken_is_not_seen_by_others() {
    lay("one");

    assertThat(letters().take()).extracting(DeadLetter::body).containsExactly("one");
    assertThat(letters().take()).isEmpty();
  }

  @Test
  void many_are_taken_bit_by_bit_and_each_once() {
    for (int i = 0; i < 25; i++) {
      lay("letter " + i);
    }

    List<DeadLetter> all = new ArrayList<>();
    for (var some = letters().take(); !some.isEmpty(); some = letters().take()) {
      all.addAll(some);
    }

    assertThat(all).extracting(DeadLetter::body).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void each_comes_back_where_it_belongs() {
    letters().putBack(laid("undelivered"), new Errand.Wake(DUE), Duration.ZERO);
    letters().putBack(laid("event"), new Errand.MailEvent(), Duration.ZERO);
    letters().putBack(laid("mail"), new Errand.InboundMail(), Duration.ZERO);

    assertThat(wakesBy(NOON)).containsExactly(DUE);
    assertThat(eventsBy(NOON)).containsExactly("event");
    assertThat(mailsBy(NOON)).containsExactly("mail");
    assertThat(letters().take()).isEmpty();
  }

  @Test
  void what_comes_back_can_be_made_to_wait() {
    letters().putBack(laid("event"), new Errand.MailEvent(), Duration.ofMinutes(15));

    assertThat(eventsBy(NOON.plusSeconds(899))).isEmpty();
    assertThat(eventsBy(NOON.plusSeconds(900))).containsExactly("event");
  }

  @Test
  void what_is_left_is_seen_again_at_once() {
    letters().leave(laid("left"));

    assertThat(letters().take()).extracting(DeadLetter::body).containsExactly("left");
  }

  @Test
  void what_is_dropped_is_gone() {
    letters().drop(laid("dropped"));

    assertThat(letters().take()).isEmpty();
  }

  @Test
  void what_nobody_can_read_is_put_nowhere() {
    DeadLetter letter = laid("unreadable");

    assertThatThrownBy(() -> letters().putBack(letter, new Errand.Unreadable(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);

    letters().leave(letter);
    assertThat(letters().take()).hasSize(1);
  }

  private DeadLetter laid(String body) {
    lay(body);
    return letters().take().getFirst();
  }
}
