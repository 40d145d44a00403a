package dev.stepwise.pacing;

import static dev.stepwise.cadence.CadenceExamples.ROME;
import static dev.stepwise.cadence.CadenceExamples.anyTimeIn;
import static dev.stepwise.cadence.CadenceExamples.at;
import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static dev.stepwise.cadence.CadenceExamples.officeHoursIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Cadence;
import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Places in a ledger. Noon is on Wednesday, 4 November 2026, in Rome (+01:00). */
class LedgerTest {
  private static final Cadence OFFICE = officeHoursIn(ROME);
  private static final Duration TURN = Pace.TURN;

  @Test
  void below_the_cap_mail_leaves_when_it_is_due() {
    Ledger ledger = ledger(Pace.daily(3));

    assertThat(places(ledger, 3)).containsOnly(new Slot(noonInRome(), Wait.DELAY));
  }

  @Test
  void what_is_over_the_cap_leaves_a_day_later_in_the_order_in_which_it_was_asked_for() {
    Ledger ledger = ledger(Pace.daily(2));

    List<Slot> places = places(ledger, 5);

    Instant tomorrow = noonInRome().plus(Duration.ofDays(1)).plus(TURN);
    assertThat(places.get(2)).isEqualTo(new Slot(tomorrow, Wait.CAP));
    assertThat(places.get(3)).isEqualTo(new Slot(tomorrow, Wait.CAP));
    assertThat(places.get(4))
        .isEqualTo(new Slot(tomorrow.plus(Duration.ofDays(1)).plus(TURN), Wait.CAP));
  }

  @Test
  void a_weekend_between_is_no_day_of_sending() {
    Ledger ledger = ledger(Pace.daily(1));

    List<Slot> places = places(ledger, 4);

    assertThat(places.get(2).at()).isEqualTo(at("2026-11-06T12:03:00+01:00"));
    assertThat(places.get(3).at()).isEqualTo(at("2026-11-09T09:00:00+01:00"));
  }

  @Test
  void a_cap_counts_24_hours_and_not_days() {
    Ledger ledger = ledger(Pace.daily(2));
    Due late = new Due(at("2026-11-04T16:00:00+01:00"), Wait.DELAY);
    Due early = new Due(at("2026-11-05T09:00:00+01:00"), Wait.DELAY);

    ledger.book(first("a"), late, OFFICE);
    ledger.book(first("b"), late, OFFICE);

    assertThat(ledger.book(first("c"), early, OFFICE).orElseThrow().at())
        .isEqualTo(at("2026-11-05T16:01:30+01:00"));
  }

  @Test
  void a_weekly_cap_holds_beside_the_daily_one() {
    Ledger ledger = ledger(new Pace(2, 3, Duration.ZERO, Duration.ZERO, null, 1));

    List<Slot> places = places(ledger, 4);

    assertThat(places.get(2).at()).isEqualTo(at("2026-11-05T12:01:30+01:00"));
    assertThat(places.get(3).at()).isEqualTo(at("2026-11-11T12:01:30+01:00"));
  }

  @Test
  void mails_keep_their_distance_whatever_the_order_in_which_they_are_booked() {
    Ledger ledger = ledger(gap("PT2M"));
    Due noon = new Due(noonInRome(), Wait.DELAY);
    Due soon = new Due(noonInRome().plusSeconds(200), Wait.DELAY);

    ledger.book(first("a"), soon, OFFICE);
    Slot before = ledger.book(first("b"), noon, OFFICE).orElseThrow();

    assertThat(before.at()).isEqualTo(soon.at().plusSeconds(210));
    assertThat(before.why()).isEqualTo(Wait.GAP);
  }

  @Test
  void a_new_mailbox_may_send_more_from_day_to_day() {
    Ramp ramp = new Ramp(LocalDate.of(2026, 11, 4), 1, 2);
    Ledger ledger = ledger(new Pace(4, null, Duration.ZERO, Duration.ZERO, ramp, 1));

    List<Slot> places = places(ledger, 6);

    assertThat(places).extracting(Slot::why).startsWith(Wait.DELAY, Wait.RAMP);
    // One on the first day, three on the next, four from then on.
    assertThat(places.stream().map(s -> LedgerDay.of(s.at()).getDayOfMonth()))
        .containsExactly(4, 5, 5, 5, 6, 6);
  }

  @Test
  void what_is_given_back_is_free_again() {
    Ledger ledger = ledger(Pace.daily(1));
    places(ledger, 1);

    LedgerDay today = ledger.changesOfToday().getFirst().without("m0", noonInRome());
    List<LedgerDay> days = new ArrayList<>(days(noonInRome()));
    days.set(1, today);
    Ledger after = Ledger.due(Pace.daily(1), ROME, noonInRome(), days);

    assertThat(after.book(first("other"), new Due(noonInRome(), Wait.DELAY), OFFICE))
        .contains(new Slot(noonInRome(), Wait.DELAY));
  }

  @Test
  void the_same_mail_keeps_its_place() {
    Ledger ledger = ledger(Pace.daily(1));
    List<Slot> once = places(ledger, 3);

    List<Slot> again = places(ledger, 3);

    assertThat(again).extracting(Slot::at).isEqualTo(once.stream().map(Slot::at).toList());
  }

  @Test
  void places_of_an_older_edition_count_if_they_are_past() {
    Instant now = noonInRome();
    LedgerDay today =
        new LedgerDay(
            LedgerDay.of(now),
            7,
            List.of(
                new Booking("past", now.minusSeconds(60), 1),
                new Booking("ahead", now.plusSeconds(3_600), 1)));
    Pace tighter = new Pace(2, null, Duration.ZERO, Duration.ZERO, null, 2);
    List<LedgerDay> days = new ArrayList<>(days(now));
    days.set(1, today);
    Ledger ledger = Ledger.due(tighter, ROME, now, days);

    assertThat(places(ledger, 2)).extracting(Slot::at).startsWith(now).doesNotHaveDuplicates();
    assertThat(ledger.of("ahead")).isEmpty();
  }

  @Test
  void mails_that_open_threads_leave_room_for_answers_from_the_third_day_on() {
    Ledger ledger = ledger(Pace.daily(20));
    Due far = new Due(at("2026-11-10T12:00:00+01:00"), Wait.DELAY);

    for (int i = 0; i < 20; i++) {
      ledger.book(first("m" + i), far, OFFICE);
    }

    var thread = new Ledger.Wanted("follow-up", false);
    assertThat(ledger.book(thread, far, OFFICE).orElseThrow().at()).isEqualTo(far.at());
    assertThat(ledger.of("m17")).contains(far.at());
    assertThat(ledger.of("m18").orElseThrow()).isAfter(far.at());
  }

  @Test
  void only_days_that_changed_are_written_with_their_neighbours() {
    Ledger ledger = ledger(Pace.daily(1));

    places(ledger, 1);

    assertThat(ledger.changesOfToday()).extracting(LedgerDay::date).containsExactly(day(4));
    assertThat(ledger.changes())
        .extracting(LedgerDay::date)
        .containsExactly(day(3), day(4), day(5));
  }

  /** Every pace against a slow look at all places. */
  @ParameterizedTest
  @MethodSource("seeds")
  void no_pace_is_ever_broken(long seed) {
    Random random = new Random(seed);
    Pace pace = anyPace(random);
    Ledger ledger = ledger(pace);
    List<Instant> given = new ArrayList<>();
    Cadence cadence = random.nextBoolean() ? OFFICE : anyTimeIn(ROME);

    for (int i = 0; i < 60; i++) {
      Due due = new Due(noonInRome().plusSeconds(random.nextInt(400_000)), Wait.DELAY);
      var wanted = new Ledger.Wanted("m" + i, random.nextBoolean());
      ledger
          .book(wanted, due, cadence)
          .ifPresent(slot -> {
            assertThat(slot.at()).isAfterOrEqualTo(due.at());
            assertThat(cadence.allows(slot.at())).isTrue();
            given.add(slot.at());
          });
    }

    given.sort(null);
    assertThat(given).hasSizeGreaterThan(20);
    holds(given, pace.dailyCap(), Duration.ofDays(1));
    holds(given, pace.weeklyCap(), Duration.ofDays(7));
    for (int i = 1; i < given.size() && pace.hasGap(); i++) {
      assertThat(Duration.between(given.get(i - 1), given.get(i)))
          .isGreaterThanOrEqualTo(pace.gap());
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  private static void holds(List<Instant> sorted, @Nullable Integer cap, Duration span) {
    for (int i = 0; cap != null && i + cap < sorted.size(); i++) {
      assertThat(Duration.between(sorted.get(i), sorted.get(i + cap))).isGreaterThan(span);
    }
  }

  private static Pace anyPace(Random random) {
    int daily = 1 + random.nextInt(12);
    return new Pace(
        daily,
        random.nextBoolean() ? daily * (1 + random.nextInt(5)) : null,
        Duration.ofSeconds(random.nextInt(3) * 400L),
        Duration.ofSeconds(random.nextInt(2) * 300L),
        random.nextInt(4) == 0 ? new Ramp(day(5), 1, 1 + random.nextInt(3)) : null,
        1);
  }

  private static Pace gap(String gap) {
    return new Pace(null, null, Duration.parse(gap), Duration.ZERO, null, 1);
  }

  private static List<Slot> places(Ledger ledger, int mails) {
    return IntStream.range(0, mails)
        .mapToObj(i -> ledger.book(first("m" + i), new Due(noonInRome(), Wait.DELAY), OFFICE))
        .map(slot -> slot.orElseThrow())
        .toList();
  }

  private static Ledger.Wanted first(String mail) {
    return new Ledger.Wanted(mail, true);
  }

  private static Ledger ledger(Pace pace) {
    return Ledger.due(pace, ROME, noonInRome(), days(noonInRome()));
  }

  private static List<LedgerDay> days(Instant now) {
    LocalDate today = LedgerDay.of(now);
    return today.minusDays(1).datesUntil(today.plusDays(200)).map(LedgerDay::empty).toList();
  }

  private static LocalDate day(int ofNovember) {
    return LocalDate.of(2026, 11, ofNovember);
  }
}
