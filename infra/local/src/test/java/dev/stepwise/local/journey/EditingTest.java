package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditingTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void an_edit_in_the_middle_changes_only_who_enrolls_after_it() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("PT0S", "One"), email("P1D", "Two")));

    var before = stepwise.enroll(sequence, contact("before@edit.example"));
    stepwise.rep.put("/sequences/" + sequence, edited("Two, edited"), "if-match", "1").is(200);
    var after = stepwise.enroll(sequence, contact("after@edit.example"));
    stepwise.advance("P3D");

    assertThat(subjects("before@edit.example")).containsExactly("One", "Two");
    assertThat(subjects("after@edit.example")).containsExactly("One", "Two, edited");
    assertThat(stepwise.enrollment(before).text("version")).isEqualTo("1");
    assertThat(stepwise.enrollment(after).text("version")).isEqualTo("2");
  }

  @Test
  void the_slower_of_two_editors_is_told_the_current_version() {
    var stepwise = RUNNING.stepwise();
    var path = "/sequences/" + stepwise.sequence(List.of(email("PT0S", "One")));

    var faster = stepwise.rep.put(path, edited("Faster"), "if-match", "\"1\"").is(200);
    var slower = stepwise.rep.put(path, edited("Slower"), "if-match", "\"1\"").is(412);

    assertThat(faster.header("etag")).isEqualTo("\"2\"");
    assertThat(slower.header("content-type")).isEqualTo("application/problem+json");
    assertThat(slower.header("etag")).isEqualTo("\"2\"");
    assertThat(slower.json().get("version")).isEqualTo(2);
    assertThat(stepwise.rep.get(path).text()).contains("Faster").doesNotContain("Slower");
    assertThat(stepwise.rep.list(path + "/versions")).hasSize(2);
  }

  @Test
  void an_editor_who_names_no_version_is_refused() {
    var stepwise = RUNNING.stepwise();
    var path = "/sequences/" + stepwise.sequence(List.of(email("PT0S", "One")));

    var blind = stepwise.rep.put(path, edited("Blind")).is(428);

    assertThat(blind.json().text("detail")).contains("If-Match");
    assertThat(stepwise.rep.get(path).is(200).json().get("version")).isEqualTo(1);
  }

  @Test
  void what_get_shows_can_be_published_again_as_it_is() {
    var stepwise = RUNNING.stepwise();
    var path = "/sequences/" + stepwise.sequence(List.of(email("PT0S", "One")));
    var shown = stepwise.rep.get(path).is(200).json();

    var body = new LinkedHashMap<String, Object>();
    for (var field : List.of("name", "owner", "settings", "steps")) {
      body.put(field, shown.get(field));
    }
    var published = stepwise.rep.put(path, body, "if-match", "1").is(200).json();

    assertThat(published.get("version")).isEqualTo(2);
    assertThat(published.get("settings")).isEqualTo(shown.get("settings"));
    assertThat(published.get("steps")).isEqualTo(shown.get("steps"));
    assertThat(stepwise.rep.get(path + "/versions/1").is(200).json().get("steps"))
        .isEqualTo(shown.get("steps"));
  }

  private static Map<String, Object> edited(String second) {
    return Map.of(
        "name",
        "A story",
        "owner",
        Stepwise.REP,
        "steps",
        List.of(email("PT0S", "One"), email("P1D", second)));
  }

  private static List<String> subjects(String to) {
    return RUNNING.stepwise().mails(to).stream().map(mail -> mail.text("subject")).toList();
  }
}
