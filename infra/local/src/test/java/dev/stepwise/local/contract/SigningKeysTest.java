package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StepwiseException;
import dev.stepwise.aws.Aws;
import dev.stepwise.local.aws.Faults.Kind;
import dev.stepwise.mail.SigningKeys;
import dev.stepwise.mail.SigningKeys.Named;
import dev.stepwise.mail.SigningPeriod;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Keys of links and addresses in SSM, as several functions share them. */
class SigningKeysTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int MORE_THAN_THE_SDK_TRIES = 3;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration PERIOD = Duration.ofDays(90);

  private final String folder = "/stepwise/keys" + COUNT.incrementAndGet() + "/keys";
  private final SigningKeys keys = another();

  @Test
  void what_one_function_signs_another_verifies_that_knew_of_no_key() {
    SigningKeys other = another();
    assertThat(other.find(SigningPeriod.at(NOON).id(), NOON)).isEmpty();

    Named made = keys.current(NOON);

    assertThat(other.find(made.id(), NOON)).contains(made);
    assertThat(other.current(NOON)).isEqualTo(made);
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

    assertThat(calls(() -> keys.current(NOON.plus(HOUR).minusSeconds(1)))).isEmpty();
    assertThat(calls(() -> keys.find(key.id(), NOON.plus(HOUR)))).containsExactly("GetParameters");
  }

  @Test
  void what_cannot_be_a_keys_name_costs_no_call() {
    keys.current(NOON);
    String ofOld = SigningPeriod.at(NOON.minus(PERIOD)).id();
    String ofLater = SigningPeriod.at(NOON.plus(PERIOD)).id();

    assertThat(calls(() -> Stream.of("zzz", "", ofOld, ofLater).forEach(this::isUnknown)))
        .isEmpty();
  }

  @Test
  void a_clock_that_is_behind_knows_the_next_periods_key() {
    Instant next = Instant.EPOCH.plus(PERIOD.multipliedBy(SigningPeriod.at(NOON).number() + 1));
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
        .isInstanceOf(StepwiseException.class)
        .hasMessage("cannot read the keys of links and addresses");
    assertThat(other.find(key.id(), NOON)).contains(key);
  }

  @Test
  void a_key_tells_its_name_only() {
    Named key = keys.current(NOON);

    assertThat(key).hasToString("key " + key.id());
  }

  private void isUnknown(String id) {
    assertThat(keys.find(id, NOON)).as(id).isEmpty();
  }

  private static List<String> calls(Runnable work) {
    return Calls.count(work::run).calls;
  }

  private static void outage() {
    LocalStore.LOCAL.faults().add("ssm", "GetParameters", Kind.FAIL, MORE_THAN_THE_SDK_TRIES);
  }

  private SigningKeys another() {
    return new Aws(Map.of("SIGNING_KEYS", folder), new SecureRandom(), () -> NOON).signingKeys();
  }
}
