package dev.stepwise.enrollment;

import static dev.stepwise.cadence.CadenceExamples.at;
import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.CadenceExamples;
import dev.stepwise.cadence.Delay;
import dev.stepwise.cadence.NotBefore;
import dev.stepwise.cadence.Shift;
import dev.stepwise.cadence.Wait;
import dev.stepwise.pacing.Slots;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Office hours in Rome, +01:00; the steps come at once, after 2, 2 and 2 days. */
class ForecastTest {
  private static final Instant FRIDAY_EVENING = at("2026-11-06T18:00:00+01:00");

  private final Plan plan = EnrollmentExamples.officeHoursPlan();

  @Test
  void a_new_enrollment_has_all_its_steps_ahead_with_their_reasons() {
    List<Forecast> ahead = ofNew(plan, 1, FRIDAY_EVENING, FRIDAY_EVENING);

    assertThat(ahead)
        .containsExactly(
            new Forecast(
                1,
                at("2026-11-09T09:00:00+01:00"),
                List.of(
                    new Shift(Wait.WINDOW, at("2026-11-07T00:00:00+01:00")),
                    new Shift(Wait.WEEKEND, at("2026-11-09T00:00:00+01:00")),
                    new Shift(Wait.WINDOW, at("2026-11-09T09:00:00+01:00")))),
            new Forecast(
                2,
                at("2026-11-11T09:00:00+01:00"),
                List.of(new Shift(Wait.DELAY, at("2026-11-11T09:00:00+01:00")))),
            new Forecast(
                3,
                at("2026-11-13T09:00:00+01:00"),
                List.of(new Shift(Wait.DELAY, at("2026-11-13T09:00:00+01:00")))),
            new Forecast(
                4,
                at("2026-11-16T09:00:00+01:00"),
                List.of(
                    new Shift(Wait.DELAY, at("2026-11-15T09:00:00+01:00")),
                    new Shift(Wait.WEEKEND, at("2026-11-16T00:00:00+01:00")),
                    new Shift(Wait.WINDOW, at("2026-11-16T09:00:00+01:00")))));
  }

  @Test
  void a_start_that_is_later_is_a_reason_and_a_later_step_has_no_delay() {
    Instant start = at("2026-11-05T10:00:00+01:00");

    List<Forecast> ahead = ofNew(plan, 4, noonInRome(), start);

    assertThat(ahead)
        .containsExactly(new Forecast(4, start, List.of(new Shift(Wait.START_AT, start))));
  }

  @Test
  void who_begins_at_a_later_step_waits_for_its_date_but_not_for_its_delay() {
    Delay dated = new NotBefore(Delay.parse("P9D"), NotBefore.moment("2026-11-10"));
    Step second = new Step.Email("b", dated, false, "Hi", "Hello", null);
    Version version =
        EnrollmentExamples.version(EnrollmentExamples.opening("a", "Hi", "Hello"), second);
    Plan late = new Plan(version, CadenceExamples.officeHoursIn(CadenceExamples.ROME));

    State.Active begun = late.begin(2, noonInRome(), Wait.DELAY);

    assertThat(begun.due().at()).isEqualTo(at("2026-11-10T09:00:00+01:00"));
    assertThat(ofNew(late, 2, noonInRome(), noonInRome()).getFirst().shifts())
        .containsExactly(
            new Shift(Wait.NOT_BEFORE, at("2026-11-10T00:00:00+01:00")),
            new Shift(Wait.WINDOW, begun.due().at()));
  }

  @Test
  void the_forecast_is_what_the_engine_does() {
    List<Forecast> ahead = ofNew(plan, 1, FRIDAY_EVENING, FRIDAY_EVENING);

    State.Active first = plan.begin(1, FRIDAY_EVENING, Wait.DELAY);
    assertThat(first.due().at()).isEqualTo(ahead.getFirst().at());
    for (int step = 1; step < 4; step++) {
      State next = plan.after(EnrollmentExamples.activeAtStep(1), step, ahead.get(step - 1).at());
      assertThat(((State.Active) next).due().at()).isEqualTo(ahead.get(step).at());
    }
  }

  @Test
  void what_is_due_later_keeps_its_due_time_and_what_is_overdue_goes_now() {
    Instant before = noonInRome().minus(Duration.ofHours(1));

    assertThat(first(EnrollmentExamples.activeAtStep(2), before))
        .isEqualTo(new Forecast(2, noonInRome(), List.of(new Shift(Wait.DELAY, noonInRome()))));
    assertThat(first(EnrollmentExamples.activeAtStep(2), FRIDAY_EVENING).at())
        .isEqualTo(at("2026-11-09T09:00:00+01:00"));
  }

  @Test
  void who_waits_for_a_person_is_taken_to_go_on_now() {
    Shift task = new Shift(Wait.TASK, noonInRome());

    assertThat(first(EnrollmentExamples.awaitingItsTask(), noonInRome()))
        .isEqualTo(new Forecast(3, noonInRome(), List.of(task)));
    assertThat(first(EnrollmentExamples.pausedOverItsTask(), noonInRome()).shifts())
        .containsExactly(task);
    assertThat(first(EnrollmentExamples.pausedAtStep(2), FRIDAY_EVENING).shifts())
        .startsWith(new Shift(Wait.PAUSED, FRIDAY_EVENING));
    assertThat(first(EnrollmentExamples.failedAtStep(2), FRIDAY_EVENING).at())
        .isEqualTo(at("2026-11-09T09:00:00+01:00"));
  }

  @Test
  void who_has_failed_and_is_away_waits_for_the_return() {
    Instant back = at("2026-11-10T00:00:00+01:00");
    Enrollment away = EnrollmentExamples.failedAtStep(2).held(Holds.NONE.until(back));

    assertThat(first(away, noonInRome()).shifts())
        .containsExactly(
            new Shift(Wait.MISSING_TOKEN, noonInRome()),
            new Shift(Wait.HOLD, back),
            new Shift(Wait.WINDOW, at("2026-11-10T09:00:00+01:00")));
  }

  @Test
  void who_has_ended_has_nothing_ahead() {
    assertThat(Forecast.of(EnrollmentExamples.finished(), plan, noonInRome())).isEmpty();
  }

  @Test
  void a_skipped_clock_time_and_a_holiday_are_told() {
    // 02:30 does not exist on 29 March 2026 in Rome; Easter Monday, 6 April, is a holiday.
    Plan nights =
        new Plan(EnrollmentExamples.version(), CadenceExamples.anyTimeIn(CadenceExamples.ROME));
    Instant base = at("2026-03-27T02:30:00+01:00");
    Plan easter =
        new Plan(
            EnrollmentExamples.version(),
            CadenceExamples.officeHoursIn(CadenceExamples.ROME, LocalDate.of(2026, 4, 6)));

    assertThat(ofNew(nights, 1, base, base).get(1).shifts())
        .containsExactly(
            new Shift(Wait.DELAY, at("2026-03-29T03:30:00+02:00")),
            new Shift(Wait.DST, at("2026-03-29T03:30:00+02:00")));
    Instant saturday = at("2026-04-04T10:00:00+02:00");
    assertThat(ofNew(easter, 1, saturday, saturday).getFirst().shifts())
        .extracting(Shift::why)
        .containsExactly(Wait.WEEKEND, Wait.HOLIDAY, Wait.WINDOW);
  }

  private Forecast first(Enrollment e, Instant now) {
    return Forecast.of(e, plan, now).getFirst();
  }

  private static List<Forecast> ofNew(Plan plan, int step, Instant now, Instant start) {
    var beginning = new Itinerary.Start(plan, new EnrollmentId("new"), step, start, Wait.START_AT);
    return Forecast.ofNew(beginning, Slots.NONE, now);
  }
}
