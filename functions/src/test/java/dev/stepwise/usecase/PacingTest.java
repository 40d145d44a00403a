package dev.stepwise.usecase;

import static dev.stepwise.cadence.CadenceExamples.noonInRome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Shift;
import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Forecast;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.pacing.Booking;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sender.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Mails of a sender with caps and gaps. Time begins on Wednesday, 4 November 2026, at noon in Rome
 * (+01:00), and mail may leave until 17:00 and from 09:00 to 17:00 on Thursday and Friday.
 */
class PacingTest extends UseCaseTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void as_many_leave_at_once_as_the_cap_allows_and_the_others_on_the_next_days() {
    pace(daily(2));

    List<EnrollmentId> ids = people(5);
    workUntil(noonInRome());

    assertThat(world.letters()).hasSize(2);
    assertThat(due(ids.get(2)).why()).isEqualTo(Wait.CAP);
    workUntil(noonInRome().plus(DAY).plusSeconds(90));
    assertThat(world.letters()).hasSize(4);
    assertThat(recipients()).containsExactly("p0", "p1", "p2", "p3");
    assertThat(world.fired).containsOnly(Fired.SENT);
  }

  @Test
  void all_mails_of_a_call_are_booked_with_one_write() {
    pace(daily(2));

    people(5);

    assertThat(today().revision()).isEqualTo(1);
    assertThat(today().bookings()).hasSize(2);
  }

  @Test
  void a_mail_in_its_place_needs_no_look_at_the_ledger() {
    pace(gap(60));
    people(3);
    LedgerDay before = today();

    workUntil(noonInRome().plus(Duration.ofHours(1)));

    assertThat(world.letters()).hasSize(3);
    assertThat(today()).isEqualTo(before);
    assertThat(gaps()).allMatch(gap -> gap.compareTo(Duration.ofSeconds(60)) >= 0);
  }

  @Test
  void follow_ups_have_their_places_from_the_beginning() {
    pace(gap(60));
    List<EnrollmentId> ids = people(3);

    workUntil(noonInRome().plus(DAY.multipliedBy(3)));

    // Two mails each, and then a call that waits.
    assertThat(world.letters()).hasSize(6);
    assertThat(world.fired).containsOnly(Fired.SENT);
    assertThat(ids).allMatch(id -> world.enrollment(id).facts().slots().byStep().size() == 2);
  }

  @Test
  void a_mail_that_comes_too_late_for_its_place_takes_another() {
    pace(gap(600));
    people(2);
    world.later(Duration.ofMinutes(5));

    workUntil(noonInRome().plus(Duration.ofHours(1)));

    assertThat(world.letters()).hasSize(2);
    assertThat(world.fired).containsExactly(Fired.POSTPONED, Fired.SENT, Fired.SENT);
    assertThat(gaps()).allMatch(gap -> gap.compareTo(Duration.ofSeconds(600)) >= 0);
    assertThat(bookings()).hasSize(4);
  }

  @Test
  void who_is_stopped_gives_the_place_to_somebody_else() {
    pace(daily(1));
    List<EnrollmentId> ids = people(2);

    done(world.move.stop(ids.get(1), StopReason.STOPPED_BY_USER, world.admin()));
    EnrollmentId next = begin("late");

    assertThat(due(next).at()).isEqualTo(noonInRome().plus(DAY).plusSeconds(90));
  }

  @Test
  void a_tighter_cap_holds_from_the_next_mail_on() {
    pace(daily(4));
    List<EnrollmentId> ids = people(4);
    world.next();

    pace(daily(2));
    workUntil(noonInRome());

    // Places that are past count until their mails have others.
    assertThat(world.letters()).hasSize(2);
    assertThat(due(ids.get(1)).why()).isEqualTo(Wait.CAP);
    assertThat(due(ids.get(1)).at()).isEqualTo(noonInRome().plus(DAY).plusSeconds(90));
  }

  @Test
  void a_sender_who_gets_a_cap_heeds_it_for_those_who_are_on_their_way() {
    List<EnrollmentId> ids = people(3);

    pace(daily(1));
    workUntil(noonInRome().plus(Duration.ofHours(4)));

    assertThat(world.letters()).hasSize(1);
    assertThat(ids.stream().filter(id -> due(id).why() == Wait.CAP)).hasSize(2);
  }

  @Test
  void after_a_pause_of_all_the_days_are_as_full_as_before() {
    pace(daily(5));
    List<EnrollmentId> ids = people(40);
    world.next();
    ids.forEach(id -> world.move.pause(id, world.admin()));
    world.later(Duration.ofMinutes(10));

    ids.forEach(id -> world.move.resume(id, world.memory.tasks(), world.admin()));
    workUntil(noonInRome().plus(DAY.multipliedBy(13)));

    // Ten business days, but for what a day's end cuts off.
    assertThat(world.letters()).hasSizeGreaterThan(8 * 5);
    assertThat(overCap(5)).isEmpty();
  }

  @Test
  void a_mail_that_is_a_minute_late_does_not_go_behind_everybody() {
    pace(gap(1_800));
    List<EnrollmentId> ids = people(60);
    world.next();
    world.now = due(ids.get(1)).at().plusSeconds(61);

    world.next();

    assertThat(world.fired).contains(Fired.SENT);
    assertThat(due(ids.get(1)).at()).isBefore(world.now.plus(Duration.ofDays(3)));
    workUntil(noonInRome().plus(DAY.multipliedBy(3)));
    assertThat(gaps()).allMatch(gap -> gap.compareTo(Duration.ofSeconds(1_800)) >= 0);
  }

  @Test
  void who_comes_after_a_changed_pace_goes_behind_those_who_were_first() {
    pace(daily(5));
    List<EnrollmentId> first = people(20);
    pace(new Pace(5, 35, Duration.ZERO, Duration.ZERO, null, 0));

    EnrollmentId last = begin("last");

    assertThat(first).allMatch(id -> !due(id).at().isAfter(due(last).at()));
  }

  @Test
  void a_queue_of_more_than_a_year_is_told_and_its_end_waits() {
    pace(daily(1));

    EnrollAnswer answer = enroll(true, 500);

    assertThat(answer.lastBegins().orElseThrow()).isAfter(noonInRome().plus(DAY.multipliedBy(366)));
  }

  private List<Instant> overCap(int cap) {
    List<Instant> over = new ArrayList<>();
    for (int i = 0; i + cap < world.sentAt.size(); i++) {
      Instant later = world.sentAt.get(i + cap);
      if (Duration.between(world.sentAt.get(i), later).compareTo(DAY) < 0) {
        over.add(later);
      }
    }
    return over;
  }

  @Test
  void to_send_now_is_no_way_around_the_cap() {
    pace(daily(1));
    List<EnrollmentId> ids = people(2);
    workUntil(noonInRome());

    done(world.move.sendNow(ids.get(1), world.admin()));
    workUntil(noonInRome().plus(Duration.ofHours(4)));

    assertThat(world.letters()).hasSize(1);
    assertThat(due(ids.get(1)).at()).isEqualTo(noonInRome().plus(DAY).plusSeconds(90));
  }

  @Test
  void a_dry_run_books_nothing_and_tells_when_the_last_would_begin() {
    pace(daily(1));

    EnrollAnswer answer = enroll(true, 30);

    assertThat(bookings()).isEmpty();
    assertThat(answer.results()).allMatch(r -> r.enrollment() == null);
    // Two mails each, one a business day: the last first mail leaves in its twelfth week at most.
    Instant last = answer.lastBegins().orElseThrow();
    assertThat(last)
        .isBetween(
            noonInRome().plus(DAY.multipliedBy(41)), noonInRome().plus(DAY.multipliedBy(84)));
    assertThat(enroll(false, 30).lastBegins()).contains(last);
  }

  @Test
  void a_preview_shows_the_places_before_and_after_enrolling() {
    pace(daily(1));
    people(1);
    var before =
        done(
            world.preview.ofNew(
                EnrollmentExamples.SEQUENCE,
                new Preview.Wanted(person("late"), RITA, 1, null),
                world.admin()));
    EnrollmentId id = begin("late");
    var after = done(world.preview.of(EnrollmentExamples.SEQUENCE, id, world.admin()));

    assertThat(before.steps().getFirst().shifts()).extracting(Shift::why).contains(Wait.CAP);
    assertThat(before.steps().getFirst().at()).isEqualTo(due(id).at());
    assertThat(after.steps().subList(0, 2))
        .extracting(Forecast::at)
        .isEqualTo(before.steps().subList(0, 2).stream().map(Forecast::at).toList());
  }

  @Test
  void nobody_is_warned_of_a_short_wait() {
    pace(daily(10));

    assertThat(enroll(false, 30).lastBegins()).isEmpty();
  }

  @Test
  void the_same_call_after_a_crash_finds_the_same_places() {
    pace(daily(1));
    Enrolling call = done(world.enroll.prepare(request(good(person("p0"))), world.admin()));
    var places = new Places(world.memory.ledgers(), world.memory.senders());
    var p0 = new Candidate.Good("p0@prospect.example", person("p0"), Map.of());

    var lost = places.ahead(List.of(ready("first", p0)), call).values();
    List<Booking> booked = bookings();
    var again = places.ahead(List.of(ready("first", p0)), call).values();

    assertThat(again).containsExactlyElementsOf(lost);
    assertThat(bookings()).isEqualTo(booked).hasSize(2);
  }

  private static EnrollOne.Checked.Ready ready(String id, Candidate.Good good) {
    return new EnrollOne.Checked.Ready(good, new EnrollmentId(id), null);
  }

  private void pace(Pace pace) {
    Sender before = world.memory.senders().find(RITA).orElseThrow();
    world
        .memory
        .senders()
        .save(
            Optional.of(before),
            new Sender(
                before.email(),
                before.name(),
                before.timeZone(),
                before.signature(),
                before.postalAddress(),
                pace.after(before.pace()),
                before.bookingLink(),
                before.copyTo(),
                before.subjects()));
  }

  private static Pace daily(int cap) {
    return Pace.daily(cap);
  }

  private static Pace gap(int seconds) {
    return new Pace(null, null, Duration.ofSeconds(seconds), Duration.ZERO, null, 0);
  }

  private List<EnrollmentId> people(int number) {
    return enroll(false, number).results().stream()
        .map(result -> java.util.Objects.requireNonNull(result.enrollment()))
        .toList();
  }

  private EnrollmentId begin(String name) {
    EnrollResult result = results(request(good(person(name)))).getFirst();
    return java.util.Objects.requireNonNull(result.enrollment());
  }

  private EnrollAnswer enroll(boolean dry, int number) {
    Candidate[] whom =
        IntStream.range(0, number).mapToObj(i -> good(person("p" + i))).toArray(Candidate[]::new);
    return done(
        world
            .enroll
            .prepare(request(1, null, dry, whom), world.admin())
            .then(call -> Answer.done(world.enroll.enroll(call))));
  }

  private static Contact person(String name) {
    return new Contact(
        new EmailAddress(name + "@prospect.example"), name, "", "", null, null, Map.of());
  }

  /** Works all wakes up to then. */
  private void workUntil(Instant end) {
    for (int left = 1_000; left > 0; left--) {
      Optional<Instant> next = world.memory.timers().next();
      if (next.isEmpty() || next.get().isAfter(end)) {
        return;
      }
      world.next();
    }
  }

  private dev.stepwise.cadence.Due due(EnrollmentId id) {
    Enrollment e = world.enrollment(id);
    return ((State.Active) e.state()).due();
  }

  private List<String> recipients() {
    return world.letters().stream()
        .map(letter -> letter.to().value())
        .map(to -> to.substring(0, to.indexOf('@')))
        .toList();
  }

  private List<Duration> gaps() {
    List<Instant> times = world.sentAt;
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(Duration.between(times.get(i - 1), times.get(i)));
    }
    return gaps;
  }

  private LedgerDay today() {
    return world
        .memory
        .ledgers()
        .read(RITA, LedgerDay.of(noonInRome()), LedgerDay.of(noonInRome()))
        .getFirst();
  }

  private List<Booking> bookings() {
    return world
        .memory
        .ledgers()
        .read(RITA, LedgerDay.of(noonInRome()), LedgerDay.of(noonInRome()).plusDays(60))
        .stream()
        .flatMap(day -> day.bookings().stream())
        .toList();
  }
}
