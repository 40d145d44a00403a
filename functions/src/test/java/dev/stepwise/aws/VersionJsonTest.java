package dev.stepwise.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.cadence.Delay;
import dev.stepwise.enrollment.EnrollmentExamples;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.Version;
import org.junit.jupiter.api.Test;

class VersionJsonTest {
  @Test
  void the_longest_copy_that_is_taken_is_read_back() {
    Delay delay = Delay.parse("PT0S");
    String text = "\u20ac".repeat(20_000);
    String html = "\u20ac\"".repeat(16_000);
    Version version =
        EnrollmentExamples.version(new Step.Email("a", delay, false, "Hi", text, html));

    assertThat(VersionJson.read(VersionJson.write(version)).steps()).isEqualTo(version.steps());
  }
}
