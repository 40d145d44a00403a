package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Shift;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Forecast;
import dev.stepwise.enrollment.State;
import dev.stepwise.mail.SendResult;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Pause;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import dev.stepwise.usecase.TurnSwitch.Until;
import dev.stepwise.usecase.TurnSwitch.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Switches of a sequence, a sender and everything. Time begins at noon of a Wednesday in Rome. */
class PausingTest extends UseCaseTest {
  private static final Scope ALL = new Scope.Everything();
  private static final Scope OF_RITA = new Scope.OfSender(EnrollmentExamples.rita().email());
  private static final Scope OF_SEQUENCE = new Scope.OfSequence(EnrollmentExamples.SEQUENCE);
  private static final Duration PLENTY = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofMinutes(5);

  static List<Scope> scopes() {
    return List.of(ALL, OF_RITA, OF_SEQUENCE);
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void a_step_that_meets_a_switch_stands_still_instead_of_sending(Scope scope) {
    EnrollmentId id = enrolled();
    Pause pause = new Pause(world.now, null, "rita", null);
    world.memory.pauses().turn(Round.turned(scope, world.now, "rita"), pause);

    world.next();

    assertThat(world.fired).containsExactly(Fired.PAUSED);
    assertThat(world.letters()).isEmpty();
    assertThat(world.enrollment(id).claim()).isNull();
    assertThat(paused(id).reason().isSwitch()).isTrue();
    Entry told = world.enrollment(id).timeline().getLast();
    assertThat(told.by()).isEqualTo("rita");
    assertThat(told.detail()).isEqualTo(paused(id).reason().waits().wire());
  }

  @Test
  void a_task_is_not_opened_under_a_switch() {
    EnrollmentId id = enrolledAtStep(3);
    Pause pause = new Pause(world.now, null, "rita", null);
    world.memory.pauses().turn(Round.turned(OF_RITA, world.now, "rita"), pause);

    world.next();

    assertThat(world.fired).containsExactly(Fired.PAUSED);
    assertThat(world.enrollment(id).openTasks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void the_rest_of_the_delay_is_kept(Scope scope) {
    EnrollmentId id = enrolled();
    world.next(); // the second step is due on Friday at noon
    world.later(Duration.ofHours(2));

    pause(scope, null);
    assertThat(paused(id).rest()).isEqualTo(Duration.ofHours(46));
    world.later(Duration.ofDays(5)); // Monday, 14:00
    resume(scope);

    assertThat(due(id)).isEqualTo(at("2026-11-11T12:00:00+01:00"));
    world.toTheEnd();
    assertThat(world.fired.subList(0, 2)).containsExactly(Fired.SENT, Fired.STALE);
    assertThat(world.timeline(id))
        .startsWith(Entry.Type.ENROLLED, Entry.Type.SENT, Entry.Type.PAUSED, Entry.Type.RESUMED);
  }

  @Test
  void what_was_overdue_is_spread_over_the_open_hours() {
    List<EnrollmentId> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(enrolled("p" + i + "@other.example"));
    }

    pause(ALL, null);
    world.later(Duration.ofHours(20)); // Thursday, 08:00
    resume(ALL);

    Instant opens = at("2026-11-05T09:00:00+01:00");
    List<Instant> dues = all.stream().map(this::due).sorted().toList();
    assertThat(dues).allMatch(due -> !due.isBefore(opens));
    assertThat(dues).allMatch(due -> due.isBefore(opens.plus(Duration.ofHours(8))));
    for (int hour = 0; hour < 8; hour += 2) {
      Instant from = opens.plus(Duration.ofHours(hour));
      assertThat(
              dues.stream().filter(d -> !d.isBefore(from) && d.isBefore(from.plusSeconds(7_200))))
          .as("from hour " + hour)
          .hasSizeBetween(3, 20);
    }
  }

  @Test
  void what_a_window_cannot_take_any_longer_is_spread_over_the_next_too() {
    List<EnrollmentId> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(enrolled("p" + i + "@other.example"));
    }

    pause(ALL, null);
    world.now = at("2026-11-04T16:50:00+01:00");
    resume(ALL);

    Instant opens = at("2026-11-05T09:00:00+01:00");
    List<Instant> dues = all.stream().map(this::due).toList();
    assertThat(dues).allMatch(due -> due.isBefore(opens.plus(Duration.ofHours(8))));
    assertThat(dues.stream().filter(due -> due.isBefore(opens)))
        .allMatch(due -> due.isBefore(at("2026-11-04T17:00:00+01:00")))
        .hasSizeLessThan(5);
  }

  @Test
  void open_tasks_are_due_later_by_as_long_as_they_stood_still() {
    EnrollmentId id = enrolledAtStep(3);
    world.next();
    Instant due = task(id).dueAt();
    world.later(Duration.ofHours(1));

    pause(OF_RITA, null);
    assertThat(state(id)).isEqualTo("paused");
    world.later(Duration.ofDays(10));
    resume(OF_RITA);

    assertThat(state(id)).isEqualTo("awaiting_task");
    assertThat(task(id).dueAt()).isEqualTo(due.plus(Duration.ofDays(10)));
    assertThat(world.timeline(id)).endsWith(Entry.Type.RESUMED, Entry.Type.TASK_RESCHEDULED);
  }

  @Test
  void a_task_that_was_given_another_time_meanwhile_keeps_that() {
    EnrollmentId id = enrolledAtStep(3);
    world.next();
    pause(OF_RITA, null);
    world.later(Duration.ofDays(1));
    Instant wanted = world.now.plus(Duration.ofDays(20));
    done(world.tasks.reschedule(task(id).id(), wanted, world.admin()));

    world.later(Duration.ofDays(9));
    resume(OF_RITA);

    assertThat(task(id).dueAt()).isEqualTo(wanted);
  }

  @Test
  void what_a_person_has_paused_stays_paused() {
    EnrollmentId id = enrolled();
    done(world.move.pause(id, world.admin()));

    pause(OF_RITA, null);
    resume(OF_RITA);

    assertThat(paused(id).reason()).isEqualTo(State.Paused.Reason.BY_USER);
  }

  @Test
  void what_is_paused_by_itself_meanwhile_stays_paused() {
    EnrollmentId id = enrolled();
    pause(OF_RITA, null);
    done(world.move.pause(id, world.admin()));

    resume(OF_RITA);

    assertThat(paused(id).reason()).isEqualTo(State.Paused.Reason.BY_USER);
    done(world.move.resume(id, world.memory.tasks(), world.admin()));
    assertThat(state(id)).isEqualTo("active");
  }

  @Test
  void under_another_switch_only_the_reason_changes() {
    EnrollmentId id = enrolled();
    world.next();
    pause(OF_RITA, null);
    Duration rest = paused(id).rest();
    world.later(Duration.ofHours(1));
    pause(OF_SEQUENCE, null);
    assertThat(paused(id).reason()).isEqualTo(State.Paused.Reason.SENDER);

    resume(OF_RITA);

    assertThat(paused(id).reason()).isEqualTo(State.Paused.Reason.SEQUENCE);
    assertThat(paused(id).rest()).isEqualTo(rest);
    resume(OF_SEQUENCE);
    assertThat(state(id)).isEqualTo("active");
  }

  @Test
  void a_holiday_ends_by_itself_as_its_day_begins_for_the_sender() {
    EnrollmentId id = enrolled();
    pause(OF_RITA, new Until.On(LocalDate.parse("2026-11-16")));
    Instant back = at("2026-11-16T00:00:00+01:00");
    assertThat(pauseOf(OF_RITA).until()).isEqualTo(back);

    world.now = back.minusMillis(1);
    sweep();
    assertThat(state(id)).isEqualTo("paused");
    world.now = back;
    sweep();

    assertThat(due(id)).isBetween(at("2026-11-16T09:00:00+01:00"), at("2026-11-16T17:00:00+01:00"));
    assertThat(world.enrollment(id).timeline().getLast().by()).isEqualTo(Entry.ENGINE);
  }

  @Test
  void a_preview_knows_when_a_holiday_ends() {
    EnrollmentId id = enrolled();
    world.next();
    pause(OF_RITA, new Until.On(LocalDate.parse("2026-11-16")));

    var calendar = done(world.preview.of(EnrollmentExamples.SEQUENCE, id, world.admin()));

    Forecast next = calendar.steps().getFirst();
    assertThat(next.shifts().getFirst())
        .isEqualTo(new Shift(Wait.SENDER_PAUSED, at("2026-11-16T00:00:00+01:00")));
    assertThat(next.at()).isEqualTo(at("2026-11-18T09:00:00+01:00"));
  }

  @Test
  void a_round_ends_once_nobody_can_decide_by_the_old_switch() {
    EnrollmentId id = enrolled();
    pause(ALL, null);
    sweep();
    assertThat(rounds()).hasSize(1);
    world.later(SWEEP);
    sweep();
    assertThat(rounds()).isEmpty();

    resume(ALL);
    assertThat(state(id)).isEqualTo("active");
    world.later(SWEEP);
    sweep();
    assertThat(rounds()).isEmpty();
  }

  @Test
  void who_was_enrolled_by_the_old_switch_is_found_by_the_sweep() {
    pause(OF_RITA, null);
    EnrollmentId id = enrolled();
    assertThat(state(id)).isEqualTo("paused");
    assertThat(world.memory.timers().next()).isEmpty();
    // The switch is turned, and nobody has carried it on yet.
    world.memory.pauses().turn(Round.turned(OF_RITA, world.now, "rita"), null);

    sweep();

    assertThat(state(id)).isEqualTo("active");
    assertThat(world.memory.timers().next()).isPresent();
  }

  @Test
  void what_a_call_has_no_time_for_the_sweep_goes_on_with() {
    List<EnrollmentId> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(enrolled("p" + i + "@other.example"));
    }
    Answer<Pause> answer =
        world.turn.pause(ALL, new Wish(null, null), world.admin(), () -> Duration.ofSeconds(1));

    assertThat(answer).isInstanceOf(Answer.Done.class);
    assertThat(all).allMatch(id -> state(id).equals("active"));
    sweep();
    assertThat(all).allMatch(id -> state(id).equals("paused"));
  }

  @Test
  void nobody_goes_on_at_once_under_a_switch_and_is_told_which() {
    EnrollmentId id = enrolled();
    pause(OF_RITA, null);

    assertThat(conflict(world.move.resume(id, world.memory.tasks(), world.admin())))
        .contains("its sender is paused");
    assertThat(conflict(world.move.sendNow(id, world.admin()))).contains("its sender is paused");
    pause(ALL, null);
    assertThat(conflict(world.move.resume(id, world.memory.tasks(), world.admin())))
        .contains("everything is paused");
  }

  @Test
  void what_is_tried_again_under_a_switch_stands_still() {
    EnrollmentId id = enrolled();
    world.memory.mailer().refuseNext(new SendResult.Rejected("no"));
    world.next();
    pause(OF_SEQUENCE, null);
    assertThat(state(id)).isEqualTo("failed");

    done(world.move.retry(id, world.admin()));

    assertThat(paused(id).reason()).isEqualTo(State.Paused.Reason.SEQUENCE);
    resume(OF_SEQUENCE);
    assertThat(state(id)).isEqualTo("active");
  }

  @Test
  void pausing_twice_changes_nothing_but_what_is_said_anew() {
    pause(OF_RITA, new Until.At(at("2026-11-20T09:00:00+01:00")));
    Pause first = pauseOf(OF_RITA);
    world.later(Duration.ofHours(1));

    pause(OF_RITA, null);
    assertThat(pauseOf(OF_RITA)).isEqualTo(first);
    pause(OF_RITA, new Until.At(at("2026-11-21T09:00:00+01:00")));

    assertThat(pauseOf(OF_RITA).since()).isEqualTo(first.since());
    assertThat(pauseOf(OF_RITA).until()).isEqualTo(at("2026-11-21T09:00:00+01:00"));
  }

  @Test
  void a_pause_ends_in_the_future_and_within_a_year() {
    for (String wrong : List.of("2026-11-04T12:00:00+01:00", "2027-11-06T09:00:00+01:00")) {
      var answer =
          world.turn.pause(ALL, wish(new Until.At(at(wrong))), world.admin(), () -> PLENTY);
      assertThat(refused(answer)).isInstanceOf(Refusal.Invalid.class);
    }
    var dated = wish(new Until.On(LocalDate.parse("2026-11-16")));
    assertThat(refused(world.turn.pause(ALL, dated, world.admin(), () -> PLENTY)))
        .isInstanceOf(Refusal.Invalid.class);
    assertThat(world.memory.pauses().of(ALL)).isEmpty();
  }

  @Test
  void everything_is_an_admins_and_a_sender_its_reps() {
    Wish wish = wish(null);
    Authority rita = world.rep("rita");
    Authority sam = world.rep("sam");

    assertThat(refused(world.turn.pause(ALL, wish, rita, () -> PLENTY)))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refused(world.turn.pause(OF_RITA, wish, sam, () -> PLENTY)))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refused(world.turn.pause(OF_SEQUENCE, wish, sam, () -> PLENTY)))
        .isInstanceOf(Refusal.Forbidden.class);
    done(world.turn.pause(OF_RITA, wish, rita, () -> PLENTY));
    done(world.turn.pause(OF_SEQUENCE, wish, rita, () -> PLENTY));
    done(world.turn.resume(OF_RITA, rita, () -> PLENTY));
    assertThat(world.memory.pauses().of(OF_RITA)).isEmpty();
  }

  private void pause(Scope scope, @Nullable Until until) {
    done(world.turn.pause(scope, wish(until), world.admin(), () -> PLENTY));
  }

  private static Wish wish(@Nullable Until until) {
    return new Wish(until, null);
  }

  private void resume(Scope scope) {
    done(world.turn.resume(scope, world.admin(), () -> PLENTY));
  }

  private void sweep() {
    world.carry.goOn(() -> PLENTY);
  }

  private List<Round> rounds() {
    return world.memory.pauses().rounds(Instant.MAX);
  }

  private Pause pauseOf(Scope scope) {
    return world.memory.pauses().of(scope).orElseThrow();
  }

  private State.Paused paused(EnrollmentId id) {
    return (State.Paused) world.enrollment(id).state();
  }

  private Instant due(EnrollmentId id) {
    return ((State.Active) world.enrollment(id).state()).due().at();
  }

  private Task task(EnrollmentId id) {
    return world.memory.tasks().find(TaskId.of(id.value(), 3)).orElseThrow();
  }

  private EnrollmentId enrolled(String email) {
    Contact contact =
        new Contact(new EmailAddress(email), "Bob", "Byron", "Engines", null, null, Map.of());
    return Objects.requireNonNull(results(request(good(contact))).getFirst().enrollment());
  }
}
