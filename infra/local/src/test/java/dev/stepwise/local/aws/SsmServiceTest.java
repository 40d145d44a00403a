package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.local.aws.Faults.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

class SsmServiceTest {
  private static AwsUnderTest local;
  private static SsmClient ssm;

  @BeforeAll
  static void start() {
    local = AwsUnderTest.inMemory();
    ssm = local.ssm();
    local.aws.ssm().put("/a/secret", "hidden");
  }

  @AfterAll
  static void stop() {
    ssm.close();
    local.close();
  }

  @Test
  void a_parameter_is_read_decrypted() {
    var parameter = ssm.getParameter(r -> r.name("/a/secret").withDecryption(true)).parameter();

    assertThat(parameter.name()).isEqualTo("/a/secret");
    assertThat(parameter.value()).isEqualTo("hidden");
    assertThat(parameter.type()).isEqualTo(ParameterType.SECURE_STRING);
  }

  @Test
  void a_parameter_that_is_not_there_is_named_so() {
    assertThatThrownBy(() -> ssm.getParameter(r -> r.name("/b").withDecryption(true)))
        .isInstanceOf(ParameterNotFoundException.class);
  }

  @Test
  void who_forgets_to_decrypt_is_told_here_and_not_in_the_field() {
    assertThatThrownBy(() -> ssm.getParameter(r -> r.name("/a/secret")))
        .isInstanceOf(SsmException.class)
        .hasMessageContaining("decryption");
  }

  @Test
  void any_other_operation_is_unknown() {
    assertThatThrownBy(() -> ssm.deleteParameter(r -> r.name("/a/secret")))
        .isInstanceOf(SsmException.class)
        .hasMessageContaining("DeleteParameter");
  }

  @Test
  void throttling_is_known_as_such() {
    local.aws.faults().add("ssm", "GetParameter", Kind.THROTTLE, 1);

    assertThatThrownBy(() -> ssm.getParameter(r -> r.name("/a/secret").withDecryption(true)))
        .isInstanceOfSatisfying(
            SsmException.class, e -> assertThat(e.isThrottlingException()).isTrue());
  }
}
