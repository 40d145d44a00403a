package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static dev.stepwise.contract.Fixtures.facts;
import static dev.stepwise.contract.Fixtures.rep;
import static dev.stepwise.contract.Fixtures.suppression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.Suppression;
import dev.stepwise.pacing.Pace;
import dev.stepwise.pacing.Ramp;
import dev.stepwise.sender.Sender;
import dev.stepwise.sending.SendingHold;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Senders and suppressions. */
public abstract class PeopleContract {
  private static final Domain EVIL = new Domain("evil.example");
  private Ports ports;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
  }

  @Test
  void a_sender_is_read_as_it_was_written_and_found_by_subject() {
    ports.senders().save(Optional.empty(), rep());

    assertThat(ports.senders().find(REP)).contains(rep());
    assertThat(ports.senders().ofSubject("auth0|rita")).containsExactly(REP);
    assertThat(ports.senders().ofSubject("nobody")).isEmpty();
  }

  @Test
  void a_subject_that_is_no_longer_bound_is_forgotten() {
    ports.senders().save(Optional.empty(), rep());
    Sender fewer = plain(Set.of("rita-2", "rita-3"));

    ports.senders().save(Optional.of(rep()), fewer);

    assertThat(ports.senders().find(REP)).contains(fewer);
    assertThat(ports.senders().ofSubject("auth0|rita")).isEmpty();
    assertThat(ports.senders().ofSubject("rita-3")).containsExactly(REP);
  }

  @Test
  void a_sender_that_was_written_since_it_was_read_is_stale() {
    ports.senders().save(Optional.empty(), rep());
    ports.senders().save(Optional.of(rep()), plain(Set.of()));

    assertThatThrownBy(() -> ports.senders().save(Optional.empty(), rep()))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> ports.senders().save(Optional.of(rep()), rep()))
        .isInstanceOf(StaleVersionException.class);
    assertThat(ports.senders().find(REP)).contains(plain(Set.of()));
  }

  @Test
  void the_hold_on_all_sends_is_in_every_dossier_and_none_shortens_it() {
    ports.senders().save(Optional.empty(), rep());
    SendingHold hold = new SendingHold(NOON, NOON, NOON.plusSeconds(1_800), "paused");
    assertThat(ports.sendingHolds().last()).isEmpty();
    assertThat(ports.dossiers().read(facts("e1", ADA)).holdAt(NOON)).isEmpty();

    ports.sendingHolds().save(hold);
    ports.sendingHolds().save(new SendingHold(NOON, NOON, NOON.plusSeconds(900), "less"));

    assertThat(ports.sendingHolds().last()).contains(hold);
    assertThat(ports.dossiers().read(facts("e1", ADA)).holdAt(NOON)).contains(hold);
    assertThat(ports.dossiers().read(facts("e1", ADA)).holdAt(hold.until())).isEmpty();
  }

  @Test
  void an_address_is_suppressed_until_that_is_lifted() {
    Suppression noted =
        new Suppression(ADA.value(), Suppression.Reason.MANUAL, Fixtures.NOON, "admin", "asked");
    ports.suppressions().save(ADA, suppression(ADA.value()));
    ports.suppressions().save(ADA, noted);

    Optional<Suppression> suppressed = ports.suppressions().find(ADA);
    Suppression onCard = ports.contacts().card(ADA).suppressed();
    ports.suppressions().delete(ADA);

    assertThat(suppressed).contains(noted);
    assertThat(onCard).isEqualTo(noted);
    assertThat(ports.suppressions().find(ADA)).isEmpty();
  }

  @Test
  void of_many_domains_the_suppressed_ones_are_found() {
    ports.suppressions().save(EVIL, suppression("evil.example"));

    var found = ports.suppressions().ofDomains(List.of(EVIL, ADA.domain(), EVIL));
    Optional<Suppression> one = ports.suppressions().find(EVIL);
    ports.suppressions().delete(EVIL);

    assertThat(found).isEqualTo(Map.of(EVIL, suppression("evil.example")));
    assertThat(one).contains(suppression("evil.example"));
    assertThat(ports.suppressions().find(EVIL)).isEmpty();
    assertThat(ports.suppressions().ofDomains(List.of())).isEmpty();
  }

  private static Sender plain(Set<String> subjects) {
    return new Sender(
        REP,
        "Rita",
        ZoneId.of("UTC"),
        null,
        null,
        new Pace(
            20,
            90,
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            new Ramp(LocalDate.of(2026, 12, 1), 5, 3),
            37),
        "https://book.example/rita",
        null,
        subjects);
  }
}
