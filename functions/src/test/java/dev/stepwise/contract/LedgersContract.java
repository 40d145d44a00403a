package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static dev.stepwise.contract.Fixtures.facts;
import static dev.stepwise.contract.Fixtures.rep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StaleVersionException;
import dev.stepwise.pacing.Booking;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.pacing.Ledgers;
import dev.stepwise.pacing.Pace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What senders' ledgers promise. */
abstract class LedgersContract {
  private static final LocalDate TODAY = LedgerDay.of(NOON);

  private Ports ports;
  private Ledgers ledgers;

  protected abstract Ports ports();

  @BeforeEach
  void an_empty_store() {
    ports = ports();
    ledgers = ports.ledgers();
  }

  @Test
  void days_that_nobody_wrote_are_empty() {
    assertThat(ledgers.read(REP, TODAY, TODAY.plusDays(2)))
        .containsExactly(
            LedgerDay.empty(TODAY),
            LedgerDay.empty(TODAY.plusDays(1)),
            LedgerDay.empty(TODAY.plusDays(2)));
  }

  @Test
  void bookings_come_back_as_they_were_written_at_the_next_revision() {
    List<Booking> bookings =
        List.of(
            new Booking("mail000", LedgerDay.start(TODAY), 1),
            new Booking("mail001", LedgerDay.start(TODAY.plusDays(1)).minusSeconds(1), 37),
            new Booking("zzzzzzz", NOON, Pace.EDITIONS - 1));

    ledgers.save(REP, List.of(new LedgerDay(TODAY, 0, bookings)));

    assertThat(ledgers.read(REP, TODAY, TODAY)).containsExactly(new LedgerDay(TODAY, 1, bookings));
  }

  @Test
  void who_read_before_another_wrote_writes_nothing() {
    ledgers.save(REP, List.of(day(TODAY, 0)));

    assertThatThrownBy(() -> ledgers.save(REP, List.of(day(TODAY, 0, "another"))))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> ledgers.save(REP, List.of(day(TODAY.plusDays(1), 0), day(TODAY, 7))))
        .isInstanceOf(StaleVersionException.class);
    assertThat(ledgers.read(REP, TODAY, TODAY.plusDays(1)))
        .extracting(LedgerDay::revision)
        .containsExactly(1, 0);
  }

  @Test
  void the_same_said_twice_is_done_once() {
    ledgers.save(REP, List.of(day(TODAY, 0, "mail000")));
    ledgers.save(REP, List.of(day(TODAY, 0, "mail000")));

    assertThat(ledgers.read(REP, TODAY, TODAY).getFirst().revision()).isEqualTo(1);
  }

  @Test
  void many_days_are_written_at_once() {
    List<LedgerDay> days =
        IntStream.range(0, Ledgers.MOST).mapToObj(i -> day(TODAY.plusDays(i), 0)).toList();

    ledgers.save(REP, days);

    assertThat(ledgers.read(REP, TODAY, TODAY.plusDays(Ledgers.MOST)))
        .extracting(LedgerDay::revision)
        .containsOnlyOnce(0)
        .hasSize(Ledgers.MOST + 1);
  }

  @Test
  void a_dossier_brings_the_days_that_are_asked_for() {
    ports.senders().save(Optional.empty(), rep());
    ledgers.save(REP, List.of(day(TODAY, 0, "mail000")));

    var dossier = ports.dossiers().read(facts("e1", ADA), List.of(TODAY.minusDays(1), TODAY));

    assertThat(dossier.booked())
        .containsExactly(LedgerDay.empty(TODAY.minusDays(1)), day(TODAY, 1, "mail000"));
    assertThat(ports.dossiers().read(facts("e1", ADA)).booked()).isEmpty();
  }

  private static LedgerDay day(LocalDate date, int revision, String... mails) {
    Instant noon = LedgerDay.start(date).plusSeconds(43_200);
    return new LedgerDay(
        date, revision, List.of(mails).stream().map(mail -> new Booking(mail, noon, 1)).toList());
  }
}
