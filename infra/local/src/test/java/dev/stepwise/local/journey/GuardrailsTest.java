package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sequence whose mails bounce pauses itself. */
class GuardrailsTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void a_sequence_that_draws_too_many_bounces_pauses_itself_until_somebody_has_looked() {
    var stepwise = RUNNING.stepwise();
    var limits = Map.of("guardrails", Map.of("bounceRate", 12.5, "fromMails", 5));
    var sequence = stepwise.sequence(limits, List.of(email("PT0S", "One"), email("P1D", "Two")));
    var path = "/sequences/" + sequence;
    var good = stepwise.enroll(sequence, contact("good@guard.example"));
    for (int i = 0; i < 5; i++) {
      stepwise.enroll(sequence, contact("bounce+guard" + i + "@simulator.amazonses.com"));
    }

    stepwise.advance("PT10M");

    var paused = stepwise.rep.get(path).is(200).json();
    assertThat(paused.text("status")).isEqualTo("paused");
    assertThat(paused.object("pause").text("cause")).isEqualTo("guardrail");
    assertThat(paused.object("pause").text("reason")).contains("mails bounced in 7 days");
    assertThat(paused.object("settings").object("guardrails").get("bounceRate"))
        .hasToString("12.5");
    assertThat(stepwise.standing(good)).isEqualTo("paused: guardrail");
    stepwise.rep.post("/enrollments/" + good + "/resume").is(409);
    stepwise.advance("P2D");
    assertThat(stepwise.mails("good@guard.example")).hasSize(1);

    stepwise.rep.post(path + "/resume").is(200);
    stepwise.advance("P2D");

    assertThat(stepwise.mails("good@guard.example")).hasSize(2);
    assertThat(stepwise.told(good))
        .containsExactly("enrolled", "sent", "paused", "resumed", "sent", "finished");
  }
}
