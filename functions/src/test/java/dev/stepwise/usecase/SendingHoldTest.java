package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.State;
import dev.stepwise.mail.SendResult;
import dev.stepwise.sending.SendingHold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** SES takes no mail of the account. Time begins at noon in Rome; the window shuts at 17:00. */
class SendingHoldTest extends UseCaseTest {
  private static final SendResult PAUSED = new SendResult.AccountBlocked("SendingPaused");

  /** All that waited comes back within this time after a hold. */
  private static final Duration SPREAD = Duration.ofMinutes(10);

  @Test
  void one_refusal_holds_the_sends_of_all_until_it_is_over() {
    EnrollmentId first = enrolled();
    EnrollmentId second = enrolled("bob@other.example");
    world.memory.mailer().refuseNext(PAUSED);
    Instant began = world.now;

    world.next();
    world.next();

    assertThat(world.fired).containsExactly(Fired.POSTPONED, Fired.POSTPONED);
    assertThat(world.letters()).isEmpty();
    for (EnrollmentId each : List.of(first, second)) {
      State.Active active = (State.Active) world.enrollment(each).state();
      assertThat(active.due().why()).isEqualTo(Wait.ACCOUNT);
      assertThat(active.due().at())
          .isBetween(
              began.plus(SendingHold.SHORTEST), began.plus(SendingHold.SHORTEST).plus(SPREAD));
      assertThat(world.enrollment(each).timeline().getLast().detail()).isEqualTo("SendingPaused");
    }
    world.next();
    world.next();
    assertThat(world.letters()).hasSize(2);
  }

  @Test
  void holds_in_a_row_grow_to_an_hour_and_are_told_once() {
    EnrollmentId id = enrolled();
    Instant began = world.now;

    for (int times = 0; times < 5; times++) {
      world.memory.mailer().refuseNext(PAUSED);
      world.next();
    }

    SendingHold hold = world.memory.sendingHolds().last().orElseThrow();
    assertThat(hold.since()).isEqualTo(began);
    assertThat(Duration.between(hold.at(), hold.until())).isEqualTo(SendingHold.LONGEST);
    assertThat(world.timeline(id)).containsExactly(Entry.Type.ENROLLED, Entry.Type.DELAYED);
    world.next();
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void a_hold_after_a_time_without_one_is_short_again() {
    enrolled();
    world.memory.mailer().refuseNext(PAUSED);
    world.next();
    world.next();
    world.memory.mailer().refuseNext(PAUSED);

    world.next(); // the second step, two days later

    SendingHold hold = world.memory.sendingHolds().last().orElseThrow();
    assertThat(hold.since()).isEqualTo(world.now);
    assertThat(hold.until()).isEqualTo(world.now.plus(SendingHold.SHORTEST));
  }

  @Test
  void a_hold_that_ends_outside_the_window_waits_for_the_next() {
    EnrollmentId id = enrolled();
    world.now = at("2026-11-04T16:55:00+01:00");
    world.memory.mailer().refuseNext(PAUSED);

    world.next();

    assertThat(((State.Active) world.enrollment(id).state()).due().at())
        .isEqualTo(at("2026-11-05T09:00:00+01:00"));
  }

  @Test
  void a_sender_that_is_not_set_up_holds_up_nobody_else() {
    enrolled();
    enrolled("bob@other.example");
    world.memory.mailer().refuseNext(new SendResult.NotSetUp("403"));

    world.next();
    world.next();

    assertThat(world.fired).containsExactly(Fired.POSTPONED, Fired.SENT);
    assertThat(world.memory.sendingHolds().last()).isEmpty();
  }

  @Test
  void a_task_is_opened_while_sends_are_held() {
    EnrollmentId id = enrolledAtStep(3);
    Instant now = world.now;
    world
        .memory
        .sendingHolds()
        .save(new SendingHold(now, now, now.plus(Duration.ofHours(1)), "paused"));

    world.next();

    assertThat(world.fired).containsExactly(Fired.TASK_CREATED);
    assertThat(state(id)).isEqualTo("awaiting_task");
  }

  private EnrollmentId enrolled(String email) {
    Contact contact =
        new Contact(new EmailAddress(email), "Bob", "Byron", "Engines", null, null, Map.of());
    return Objects.requireNonNull(results(request(good(contact))).getFirst().enrollment());
  }
}
