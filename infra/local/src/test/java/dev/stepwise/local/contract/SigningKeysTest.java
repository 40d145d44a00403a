package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.UnavailableException;
import dev.stepwise.aws.Aws;
import dev.stepwise.local.aws.Faults.Kind;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.SigningKeys.Named;
import dev.stepwise.mail.SigningPeriod;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Keys of links and addresses in SSM, as several functions share them. */
class SigningKeysTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int MORE_THAN_THE_SDK_TRIES = 3;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration PERIOD = Duration.ofDays(90);

  @BeforeEach
  void point() {
    LocalStore.pointToLocalServices();
  }

  private final String folder = "/stepwise/keys" + COUNT.incrementAndGet() + "/keys";
  private final SigningKeys keys = another();

  @Test
  void what_one_function_signs_another_verifies_that_knew_of_no_key() {
    SigningKeys other = another();
    assertThat(other.find(SigningPeriod.at(NOON).id(), NOON)).isEmpty();

    Named made = keys.current(NOON);

    Instant later = NOON.plusSeconds(10);
    assertThat(other.find(made.id(), later)).contains(made);
    assertThat(other.current(later)).isEqualTo(made);
  }

  @Test
  void functions_that_begin_a_period_together_have_one_key() throws Exception {
    Set<Named> made;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Named>> functions =
          Stream.generate(this::another)
              .limit(8)
              .<Callable<Named>>map(one -> () -> one.current(NOON))
              .toList();
      made =
          threads.invokeAll(functions).stream()
              .map(future -> future.resultNow())
              .collect(Collectors.toSet());
    }

    assertThat(made).hasSize(1);
  }

  @Test
  void known_keys_cost_one_call_an_hour() {
    Named key = keys.current(NOON);
    Instant later = NOON.plus(HOUR);
    keys.current(later);

    assertThat(calls(() -> keys.current(later.plus(HOUR).minusSeconds(1)))).isEmpty();
    assertThat(calls(() -> keys.find(key.id(), later.plus(HOUR)))).containsExactly("GetParameters");
    assertThat(calls(() -> keys.current(later.plus(HOUR)))).isEmpty();
  }

  @Test
  void the_next_periods_key_is_there_long_before_it_is_needed() {
    keys.current(NOON);
    Instant next = NOON.plus(PERIOD);
    SigningKeys other = another();
    Named key = other.current(next);

    assertThat(calls(() -> keys.find(key.id(), next))).containsExactly("GetParameters");
    assertThat(calls(() -> another().current(next))).containsExactly("GetParameters");
    assertThat(another().current(NOON.plusSeconds(5)).id()).isNotEqualTo(key.id());
  }

  @Test
  void what_cannot_be_a_keys_name_costs_no_call() {
    keys.current(NOON);
    String ofOld = SigningPeriod.at(NOON.minus(PERIOD)).id();
    String ofLater = SigningPeriod.at(NOON.plus(PERIOD)).id();
    Instant later = NOON.plusSeconds(60);

    assertThat(
            calls(() ->
                Stream.of("zzz", "", ofOld, ofLater)
                    .forEach(id -> assertThat(keys.find(id, later)).as(id).isEmpty())))
        .isEmpty();
  }

  /** The id of a period is no secret: strangers may ask before anybody has signed. */
  @Test
  void a_key_that_nobody_has_made_is_looked_for_every_ten_seconds_at_most() {
    String id = SigningPeriod.at(NOON).id();

    assertThat(calls(() -> IntStream.range(0, 20).forEach(_ -> isUnknown(id, NOON))))
        .containsExactly("GetParameters");
    assertThat(
            calls(() ->
                assertThatThrownBy(() -> keys.find(id, NOON.plusSeconds(9)))
                    .as("it may have been made meanwhile, so this is no answer")
                    .isInstanceOf(UnavailableException.class)))
        .isEmpty();
    assertThat(calls(() -> isUnknown(id, NOON.plusSeconds(10)))).containsExactly("GetParameters");
  }

  @Test
  void a_key_that_was_made_in_the_last_hour_of_its_period_is_known_in_the_next() {
    Instant end = begin(SigningPeriod.at(NOON).next());
    SigningKeys reader = another();
    isUnknown(SigningPeriod.at(NOON).id(), end.minusSeconds(1800));
    Named key = another().current(end.minusSeconds(1200));

    assertThat(reader.find(key.id(), end.plusSeconds(300))).contains(key);
  }

  @Test
  void a_mail_that_has_waited_is_proven_by_the_keys_of_its_time() {
    Instant begin = begin(SigningPeriod.at(NOON));
    Named old = another().current(begin);
    Instant came = begin.plus(PERIOD).plus(Duration.ofDays(400)).minusSeconds(60);
    keys.current(came.plus(HOUR));

    assertThat(keys.find(old.id(), came)).contains(old);
    assertThat(keys.find(old.id(), came.plus(HOUR))).isEmpty();
  }

  /** Its time does not move, that of the function does. */
  @Test
  void a_mail_that_comes_again_is_proven_by_a_key_of_the_seconds_before_it() {
    AtomicReference<Instant> time = new AtomicReference<>(NOON);
    SigningKeys reader = aws(time::get);
    assertThat(reader.find(SigningPeriod.at(NOON).id(), NOON)).isEmpty();
    Named key = another().current(NOON.plusSeconds(2));
    Instant came = NOON.plusSeconds(5);

    time.set(came);
    assertThatThrownBy(() -> reader.find(key.id(), came)).isInstanceOf(UnavailableException.class);
    time.set(came.plusSeconds(60));
    assertThat(reader.find(key.id(), came)).contains(key);
  }

  /** What was read before a snapshot of the function may be months old when that is restored. */
  @Test
  void what_was_read_long_ago_and_an_outage_make_no_valid_token_unknown() {
    isUnknown(SigningPeriod.at(NOON).id(), NOON);
    Named key = another().current(NOON);
    outage();
    outage();

    assertThatThrownBy(() -> keys.find(key.id(), NOON.plus(PERIOD)))
        .isInstanceOf(UnavailableException.class);
    assertThat(keys.find(key.id(), NOON.plus(PERIOD))).contains(key);
  }

  @Test
  void what_a_snapshot_knew_goes_on_for_two_periods_without_ssm() {
    Named key = keys.current(NOON);
    keys.current(NOON.plus(HOUR));
    Named next = another().current(NOON.plus(PERIOD));
    outage();

    assertThat(keys.find(next.id(), NOON.plus(PERIOD))).contains(next);
    assertThat(keys.find(key.id(), NOON.plus(PERIOD))).contains(key);
  }

  @Test
  void a_clock_that_is_behind_knows_the_next_periods_key() {
    Instant next = begin(SigningPeriod.at(NOON).next());
    Named key = another().current(next);
    keys.current(next.minusSeconds(2));

    assertThat(keys.find(key.id(), next.minusSeconds(1))).contains(key);
  }

  @Test
  void a_key_that_was_taken_away_is_forgotten_within_the_hour() {
    Named key = keys.current(NOON);
    try (SsmClient ssm = SsmClient.create()) {
      ssm.deleteParameter(r -> r.name(folder + "/" + key.id()));
    }

    assertThat(keys.find(key.id(), NOON.plusSeconds(60))).contains(key);
    assertThat(keys.find(key.id(), NOON.plus(HOUR))).isEmpty();
    assertThat(keys.current(NOON.plus(HOUR))).isNotEqualTo(key);
  }

  @Test
  void known_keys_go_on_while_ssm_does_not_answer_and_each_minute_is_a_try() {
    Named key = keys.current(NOON);
    Instant later = NOON.plus(HOUR);
    outage();

    assertThat(keys.current(later)).isEqualTo(key);
    assertThat(calls(() -> keys.current(later.plusSeconds(59)))).isEmpty();
    assertThat(calls(() -> keys.current(later.plusSeconds(60)))).containsExactly("GetParameters");
  }

  /** A token whose key cannot be read is not a forged one: the mail must come again. */
  @Test
  void an_outage_is_trouble_where_no_key_is_known_and_never_an_answer() {
    Named key = keys.current(NOON);
    SigningKeys other = another();
    outage();

    assertThatThrownBy(() -> other.find(key.id(), NOON))
        .isInstanceOf(UnavailableException.class)
        .hasMessage("cannot read the keys of links and addresses");
    assertThat(other.find(key.id(), NOON)).contains(key);
  }

  @Test
  void a_key_tells_its_name_only() {
    Named key = keys.current(NOON);

    assertThat(key).hasToString("key " + key.id());
  }

  private void isUnknown(String id, Instant now) {
    assertThat(keys.find(id, now)).isEmpty();
  }

  private static Instant begin(SigningPeriod period) {
    return Instant.EPOCH.plus(PERIOD.multipliedBy(period.number()));
  }

  private static List<String> calls(Runnable work) {
    return Calls.count(work::run).calls;
  }

  private static void outage() {
    LocalStore.LOCAL.faults().add("ssm", "GetParameters", Kind.FAIL, MORE_THAN_THE_SDK_TRIES);
  }

  private SigningKeys another() {
    return aws(() -> NOON);
  }

  private SigningKeys aws(InstantSource clock) {
    return new Aws(Map.of("SIGNING_KEYS", folder), new SecureRandom(), clock).signingKeys();
  }
}
