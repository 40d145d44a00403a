package dev.stepwise.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.StepwiseException;
import dev.stepwise.contract.Fixtures;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.timer.StepDue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message that wakes an enrollment. */
class StepDueJsonTest {
  private static final StepDue DUE =
      new StepDue(new EnrollmentId("e1"), Fixtures.SEQUENCE, 1, 2, 3, Fixtures.NOON);

  @Test
  void a_message_is_read_as_it_was_written() {
    String json = StepDueJson.write(DUE);

    assertThat(json).startsWith("{\"v\":1,\"enrollment\":\"e1\",");
    assertThat(StepDueJson.read(json)).isEqualTo(DUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"v\":2,\"enrollment\":\"e1\",\"sequence\":\"s\",\"version\":1,\"step\":1,"
            + "\"generation\":1,\"due\":\"2026-11-02T12:00:00Z\"}",
        "{\"v\":1,\"enrollment\":\"E 1\",\"sequence\":\"s\",\"version\":1,\"step\":1,"
            + "\"generation\":1,\"due\":\"2026-11-02T12:00:00Z\"}",
        "{\"v\":1,\"enrollment\":\"e1\",\"sequence\":\"s\",\"version\":1,\"step\":1,"
            + "\"generation\":1,\"due\":\"soon\"}",
        "{\"v\":1,\"enrollment\":\"e1\",\"sequence\":\"s\",\"version\":1,\"step\":1,"
            + "\"generation\":1}"
      })
  void anything_else_is_refused(String json) {
    assertThatThrownBy(() -> StepDueJson.read(json)).isInstanceOf(StepwiseException.class);
  }
}
