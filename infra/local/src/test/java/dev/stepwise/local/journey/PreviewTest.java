package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreviewTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void what_is_foreseen_is_what_comes_and_bad_questions_name_their_field() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("PT0S", "One"), email("3BD", "Two")));
    var path = "/sequences/" + sequence + "/preview";
    var whom = Map.of("country", "JP");

    var before =
        stepwise
            .rep
            .post(path, Map.of("contact", whom, "sender", "rep@example.com"))
            .is(200)
            .json();
    assertThat(before.text("timeZone")).isEqualTo("Asia/Tokyo");
    assertThat(before.text("timeZoneFrom")).isEqualTo("country");

    var id = stepwise.enroll(sequence, contact("ada@preview.example"));
    var after = stepwise.rep.post(path, Map.of("enrollment", id)).is(200).json();
    assertThat(after.toString()).contains(stepwise.enrollment(id).text("nextAt"));

    var bad = stepwise.rep.post(path, Map.of("contact", Map.of("country", "Japan"))).is(422);
    assertThat(bad.text()).contains("contact.country").contains("sender");
  }
}
