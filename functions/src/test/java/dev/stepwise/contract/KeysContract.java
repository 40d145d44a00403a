package dev.stepwise.contract;

import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.idempotency.IdempotencyKeys.Use;
import dev.stepwise.mail.SigningKeys.Named;
import dev.stepwise.mail.SigningPeriod;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Idempotency keys, worked deliveries and signing keys. */
public abstract class KeysContract {
  private Ports ports;

  /** The ports over an empty store. */
  protected abstract Ports ports();

  @BeforeEach
  void open() {
    ports = ports();
  }

  @Test
  void a_key_tells_a_repetition_from_misuse() {
    var keys = ports.idempotencyKeys();

    assertThat(keys.use("k1", "request", NOON)).isEqualTo(new Use.First(NOON));
    assertThat(keys.use("k1", "request", NOON.plusSeconds(1))).isEqualTo(new Use.Repeated(NOON));
    assertThat(keys.use("k1", "other", NOON.plusSeconds(2))).isEqualTo(new Use.Misused());
    assertThat(keys.use("k2", "other", NOON)).isEqualTo(new Use.First(NOON));
  }

  @Test
  void a_key_is_forgotten_after_a_day() {
    var keys = ports.idempotencyKeys();
    keys.use("k1", "request", NOON);

    var almost = keys.use("k1", "other", NOON.plus(Duration.ofDays(1)).minusSeconds(1));
    var after = keys.use("k1", "other", NOON.plus(Duration.ofDays(1)));
    var again = keys.use("k1", "other", NOON.plus(Duration.ofDays(2)).minusSeconds(1));

    assertThat(almost).isEqualTo(new Use.Misused());
    assertThat(after).isEqualTo(new Use.First(NOON.plus(Duration.ofDays(1))));
    assertThat(again).isEqualTo(new Use.Repeated(NOON.plus(Duration.ofDays(1))));
  }

  @Test
  void a_delivery_is_done_once_it_has_been_said_and_for_400_days() {
    var deliveries = ports.deliveries();
    var before = deliveries.isDone("d1", NOON);
    deliveries.done("d1", NOON);
    deliveries.done("d1", NOON);

    assertThat(before).isFalse();
    assertThat(deliveries.isDone("d1", NOON)).isTrue();
    assertThat(deliveries.isDone("d2", NOON)).isFalse();
    assertThat(deliveries.isDone("d1", NOON.plus(Duration.ofDays(400)).minusSeconds(1))).isTrue();
    assertThat(deliveries.isDone("d1", NOON.plus(Duration.ofDays(400)))).isFalse();
  }

  @Test
  void a_period_has_one_signing_key_and_the_next_another() {
    Named now = ports.signingKeys().current(NOON);
    Named again = ports.signingKeys().current(NOON.plusSeconds(5));
    Named next = ports.signingKeys().current(NOON.plus(Duration.ofDays(90)));

    assertThat(now.id()).hasSize(3).isEqualTo(again.id()).isNotEqualTo(next.id());
    assertThat(now.key().getEncoded()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(again.key()).isEqualTo(now.key());
    assertThat(next.key().getEncoded()).isNotEqualTo(now.key().getEncoded());
  }

  @Test
  void a_key_verifies_for_400_days_after_its_period() {
    var keys = ports.signingKeys();
    Instant begin = Instant.EPOCH.plus(Duration.ofDays(90 * 230));
    Named key = keys.current(begin);
    Instant last = begin.plus(Duration.ofDays(90 + 400));

    assertThat(keys.find(key.id(), begin)).contains(key);
    assertThat(keys.find(key.id(), last.minusSeconds(1))).contains(key);
    assertThat(keys.find(key.id(), last)).isEmpty();
    assertThat(keys.find(keys.current(last).id(), last)).isPresent();
  }

  @Test
  void a_key_that_nobody_made_is_none() {
    var keys = ports.signingKeys();

    assertThat(keys.find(SigningPeriod.at(NOON).id(), NOON)).isEmpty();
    assertThat(keys.find("zzz", NOON)).isEmpty();
    assertThat(keys.find("not a key's name", NOON)).isEmpty();
  }
}
