package dev.stepwise.local.contract;

import static dev.stepwise.contract.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StepwiseException;
import dev.stepwise.aws.Aws;
import dev.stepwise.booking.Secrets;
import dev.stepwise.booking.Tool;
import dev.stepwise.local.aws.Faults.Kind;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** Booking tools' secrets, read from SSM. */
class SecretsTest {
  private static final int MORE_THAN_THE_SDK_TRIES = 3;

  @Test
  void a_secret_is_read_again_after_five_minutes_only() {
    Secrets secrets = secrets("/t1");
    put("/t1/calendly", "one");
    List<SecretKey> first = secrets.of(Tool.CALENDLY, NOON);
    put("/t1/calendly", "one\ntwo");

    assertThat(first).isEqualTo(Secrets.keys("one"));
    assertThat(secrets.of(Tool.CALENDLY, NOON.plusSeconds(299))).isEqualTo(first);
    assertThat(secrets.of(Tool.CALENDLY, NOON.plusSeconds(300)))
        .isEqualTo(Secrets.keys("one\ntwo"));
  }

  @Test
  void each_tool_has_its_own_and_may_have_none() {
    Secrets secrets = secrets("/t2");
    put("/t2/cal.com", "c");

    assertThat(secrets.of(Tool.CAL_COM, NOON)).isEqualTo(Secrets.keys("c"));
    assertThat(secrets.of(Tool.CALENDLY, NOON)).isEmpty();
    assertThat(secrets.of(Tool.GENERIC, NOON)).isEmpty();
  }

  @Test
  void the_last_secret_goes_on_while_ssm_does_not_answer() {
    Secrets secrets = secrets("/t3");
    put("/t3/generic", "g");
    secrets.of(Tool.GENERIC, NOON);
    Instant later = NOON.plusSeconds(600);

    outage();

    assertThat(secrets.of(Tool.GENERIC, later)).isEqualTo(Secrets.keys("g"));
  }

  @Test
  void without_any_secret_an_outage_is_trouble_and_tells_no_secret() {
    Secrets secrets = secrets("/t4");
    put("/t4/generic", "do-not-tell");

    outage();

    assertThatThrownBy(() -> secrets.of(Tool.GENERIC, NOON))
        .isInstanceOf(StepwiseException.class)
        .hasMessage("cannot read the secret of generic");
    assertThat(secrets.of(Tool.GENERIC, NOON)).hasSize(1);
    assertThat(secrets.toString()).doesNotContain("do-not-tell");
  }

  private static void outage() {
    LocalStore.LOCAL.faults().add("ssm", "GetParameter", Kind.FAIL, MORE_THAN_THE_SDK_TRIES);
  }

  private static void put(String name, String value) {
    LocalStore.LOCAL.ssm().put(name, value);
  }

  private static Secrets secrets(String folder) {
    return new Aws(Map.of("HOOK_SECRETS", folder), new SecureRandom(), () -> Instant.EPOCH)
        .bookingSecrets();
  }
}
