package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.ADA;
import static dev.stepwise.contract.Fixtures.NOON;
import static dev.stepwise.contract.Fixtures.REP;
import static dev.stepwise.contract.Fixtures.facts;
import static dev.stepwise.contract.Fixtures.rep;
import static dev.stepwise.contract.Fixtures.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.pause.Pauses.Under;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Pause;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The switches, and the rounds that carry them. */
public abstract class PausesContract {
  private static final Scope ALL = new Scope.Everything();
  private static final Scope OF_REP = new Scope.OfSender(REP);
  private static final Instant BACK = NOON.plus(Duration.ofDays(9));
  private static final Pause HOLIDAY = new Pause(NOON, BACK, "auth0|rita", "on holiday");
  private static final Pause PLAIN = new Pause(NOON, null, "admin", null);
  private Ports ports;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
    ports.senders().save(Optional.empty(), rep());
  }

  @Test
  void a_switch_is_found_as_it_was_turned() {
    assertThat(ports.pauses().of(OF_REP)).isEmpty();
    assertThat(ports.pauses().of(ALL)).isEmpty();

    assertThat(turn(OF_REP, HOLIDAY)).isTrue();
    assertThat(turn(ALL, PLAIN)).isTrue();

    assertThat(ports.pauses().of(OF_REP)).contains(HOLIDAY);
    assertThat(ports.pauses().of(ALL)).contains(PLAIN);
    assertThat(ports.pauses().everything()).contains(PLAIN);
    assertThat(ports.senders().find(REP)).contains(rep().with(HOLIDAY));
    assertThat(turn(OF_REP, null)).isTrue();
    assertThat(turn(ALL, null)).isTrue();
    assertThat(ports.pauses().of(OF_REP)).isEmpty();
    assertThat(ports.pauses().of(ALL)).isEmpty();
    assertThat(ports.senders().find(REP)).contains(rep());
  }

  @Test
  void what_is_not_there_has_no_switch() {
    Scope nobody = new Scope.OfSender(new EmailAddress("nobody@example.com"));
    Scope nothing = new Scope.OfSequence(new SequenceId("nothing"));

    assertThat(turn(nobody, PLAIN)).isFalse();
    assertThat(turn(nothing, PLAIN)).isFalse();
    assertThat(ports.pauses().of(nobody)).isEmpty();
    assertThat(ports.pauses().of(nothing)).isEmpty();
    assertThat(ports.pauses().rounds(NOON)).isEmpty();
  }

  @Test
  void a_sequence_keeps_its_switch_when_a_version_is_published() {
    Sequence before = sequence("q1", NOON);
    ports.sequences().create(before);
    turn(new Scope.OfSequence(before.id()), HOLIDAY);

    Sequence read = ports.sequences().find(before.id()).orElseThrow();
    ports.sequences().save(read, read.archived(NOON.plusSeconds(1)));

    assertThat(read).isEqualTo(before.with(HOLIDAY));
    assertThat(ports.sequences().find(before.id()).orElseThrow().pause()).isEqualTo(HOLIDAY);
    assertThat(ports.sequences().list(null).items()).extracting(Sequence::pause).contains(HOLIDAY);
  }

  @Test
  void who_read_the_switch_as_it_was_writes_nothing_over_it() {
    Sequence sequence = sequence("q1", NOON);
    ports.sequences().create(sequence);
    turn(new Scope.OfSequence(sequence.id()), HOLIDAY);
    turn(OF_REP, HOLIDAY);

    assertThatThrownBy(() -> ports.sequences().save(sequence, sequence.archived(NOON)))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> ports.senders().save(Optional.of(rep()), rep()))
        .isInstanceOf(StaleVersionException.class);
    assertThat(ports.pauses().of(OF_REP)).contains(HOLIDAY);
  }

  @Test
  void every_dossier_has_the_switches_that_it_is_under() {
    Sequence sequence = sequence(facts("e1", ADA).sequence().value(), NOON);
    ports.sequences().create(sequence);
    turn(new Scope.OfSequence(sequence.id()), HOLIDAY);
    turn(OF_REP, PLAIN);
    turn(ALL, HOLIDAY);
    Switches all = new Switches(HOLIDAY, PLAIN, HOLIDAY);
    Under under = new Under(sequence.id(), REP);
    Under other = new Under(new SequenceId("other"), new EmailAddress("other@example.com"));

    assertThat(ports.dossiers().read(facts("e1", ADA)).switches()).isEqualTo(all);
    assertThat(ports.pauses().of(List.of(under, other)))
        .containsEntry(under, all)
        .containsEntry(other, new Switches(HOLIDAY, null, null));
  }

  @Test
  void a_round_begins_with_each_turn_and_is_found_when_it_is_due() {
    turn(OF_REP, HOLIDAY);
    Round first = Round.turned(OF_REP, NOON, "rita");
    assertThat(ports.pauses().rounds(NOON.minusMillis(1))).isEmpty();
    assertThat(ports.pauses().rounds(NOON)).containsExactly(first);

    ports.pauses().save(first, first.resting(BACK));

    assertThat(ports.pauses().rounds(NOON.plusSeconds(60))).isEmpty();
    assertThat(ports.pauses().rounds(BACK)).containsExactly(first.resting(BACK));
    ports.pauses().end(first.resting(BACK));
    assertThat(ports.pauses().rounds(BACK)).isEmpty();
  }

  @Test
  void only_who_read_a_round_last_goes_on_with_it() {
    turn(ALL, PLAIN);
    Round first = Round.turned(ALL, NOON, "rita");
    Round on = first.reached("-1cursor", true);

    ports.pauses().save(first, on);
    ports.pauses().save(first, first.resting(NOON));
    ports.pauses().end(first);

    assertThat(ports.pauses().rounds(NOON)).containsExactly(on);
    turn(ALL, null);
    ports.pauses().end(on);
    assertThat(ports.pauses().rounds(NOON)).containsExactly(first);
  }

  private boolean turn(Scope scope, @Nullable Pause pause) {
    return ports.pauses().turn(Round.turned(scope, NOON, "rita"), pause);
  }
}
