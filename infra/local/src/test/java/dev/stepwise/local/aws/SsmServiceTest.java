package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.local.aws.Faults.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
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
  void several_are_read_at_once_and_those_that_are_not_there_are_named() {
    var answer = ssm.getParameters(r -> r.names("/a/secret", "/b").withDecryption(true));

    assertThat(answer.parameters()).singleElement().matches(one -> one.value().equals("hidden"));
    assertThat(answer.invalidParameters()).containsExactly("/b");
  }

  @Test
  void a_parameter_is_made_once_and_changed_only_by_who_says_so() {
    ssm.putParameter(r -> r.name("/c").value("1").type(ParameterType.SECURE_STRING));

    assertThatThrownBy(
            () -> ssm.putParameter(r -> r.name("/c").value("2").type(ParameterType.SECURE_STRING)))
        .isInstanceOf(ParameterAlreadyExistsException.class);
    assertThat(value("/c")).isEqualTo("1");
    ssm.putParameter(
        r -> r.name("/c").value("3").type(ParameterType.SECURE_STRING).overwrite(true));
    assertThat(value("/c")).isEqualTo("3");
  }

  @Test
  void a_parameter_is_taken_away() {
    ssm.putParameter(r -> r.name("/e").value("1").type(ParameterType.SECURE_STRING));
    ssm.deleteParameter(r -> r.name("/e"));

    assertThatThrownBy(() -> value("/e")).isInstanceOf(ParameterNotFoundException.class);
    assertThatThrownBy(() -> ssm.deleteParameter(r -> r.name("/e")))
        .isInstanceOf(ParameterNotFoundException.class);
  }

  @Test
  void parameters_survive_the_process(@TempDir Path data) {
    try (var before = AwsUnderTest.in(data);
        var client = before.ssm()) {
      client.putParameter(r -> r.name("/d").value("1").type(ParameterType.SECURE_STRING));
    }
    try (var after = AwsUnderTest.in(data)) {
      assertThat(after.aws.ssm().get("/d")).contains("1");
    }
  }

  private static String value(String name) {
    return ssm.getParameter(r -> r.name(name).withDecryption(true)).parameter().value();
  }

  @Test
  void who_forgets_to_decrypt_is_told_here_and_not_in_the_field() {
    assertThatThrownBy(() -> ssm.getParameter(r -> r.name("/a/secret")))
        .isInstanceOf(SsmException.class)
        .hasMessageContaining("decryption");
  }

  @Test
  void any_other_operation_is_unknown() {
    assertThatThrownBy(() -> ssm.describeParameters())
        .isInstanceOf(SsmException.class)
        .hasMessageContaining("DescribeParameters");
  }

  @Test
  void throttling_is_known_as_such() {
    local.aws.faults().add("ssm", "GetParameter", Kind.THROTTLE, 1);

    assertThatThrownBy(() -> ssm.getParameter(r -> r.name("/a/secret").withDecryption(true)))
        .isInstanceOfSatisfying(
            SsmException.class, e -> assertThat(e.isThrottlingException()).isTrue());
  }
}
