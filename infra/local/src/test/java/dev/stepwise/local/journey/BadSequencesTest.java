package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.reply;
import static dev.stepwise.local.journey.Bodies.with;
import static dev.stepwise.local.journey.Bodies.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Sequences that cannot be right, both when they are created and when they are published. */
class BadSequencesTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final Map<String, Object> GOOD = email("PT0S", "One");

  record Bad(String field, Map<String, Object> body) {
    static Bad step(String field, Map<String, Object> step) {
      return new Bad("steps[0]." + field, sequence(List.of(step)));
    }

    static Bad second(String field, Map<String, Object> step) {
      return new Bad("steps[1]." + field, sequence(List.of(GOOD, step)));
    }

    static Bad settings(String field, Object value) {
      var settings = Map.of(field.substring(field.indexOf('.') + 1), value);
      return new Bad(field, with(sequence(List.of(GOOD)), "settings", settings));
    }

    @Override
    public String toString() {
      var text = field + " in " + body.get("steps") + body.get("settings");
      return text.length() > 120 ? text.substring(0, 120) : text;
    }
  }

  static final List<Bad> BAD =
      Stream.of(
              Stream.of(
                  Bad.step("type", with(GOOD, "type", "sms")),
                  Bad.step("type", without(GOOD, "type")),
                  Bad.step("colour", with(GOOD, "colour", "red")),
                  Bad.step("subject", with(GOOD, "subject", "")),
                  Bad.step("subject", without(GOOD, "subject")),
                  Bad.step("subject", with(GOOD, "subject", "Hi\r\nBcc: all@example.com")),
                  Bad.step("subject", with(GOOD, "subject", "Hi\u2028there")),
                  Bad.step("subject", with(GOOD, "subject", "x".repeat(256))),
                  Bad.step("text", without(GOOD, "text")),
                  Bad.step("text", with(GOOD, "text", " ")),
                  Bad.step("text", with(GOOD, "text", "{{contact.shoeSize}}")),
                  Bad.step("text", with(GOOD, "text", "Hello {{contact.firstName")),
                  Bad.step("text", with(GOOD, "text", "Hello {{contact.firstName|}}")),
                  Bad.step("text", with(GOOD, "text", 7)),
                  Bad.step("html", with(GOOD, "html", "<b>{{sender.salary}}</b>")),
                  Bad.step("thread", reply("PT0S", "Nothing to reply to")),
                  Bad.step("task", with(call("P1D", true), "task", "dance")),
                  Bad.step("title", with(call("P1D", true), "title", "Call\nthem")),
                  Bad.step("waitForCompletion", with(call("P1D", true), "waitForCompletion", "y")),
                  Bad.second("delay", without(GOOD, "delay")),
                  Bad.second("id", with(GOOD, "id", "no spaces"))),
              Stream.of("-P1D", "P366D", "PT8761H", "366BD", "1.5BD", "-1BD", "BD", "P1M", "P1Y")
                  .map(delay -> Bad.second("delay", with(GOOD, "delay", delay))),
              Stream.of("", "P", "2 days", "P1DT", "P99999999999D", "P1D\n")
                  .map(delay -> Bad.second("delay", with(GOOD, "delay", delay))),
              Stream.of("Europe/Atlantis", "+02:00", "GMT+2", "", "europe/rome")
                  .map(zone -> Bad.settings("settings.timeZone", zone)),
              Stream.of(
                  Bad.settings("settings.holidays", List.of("2026-02-30")),
                  Bad.settings("settings.stopOn", List.of("rain")),
                  Bad.settings("settings.unknownGrace", "PT1S"),
                  Bad.settings("settings.onUnknownOutcome", "guess"),
                  Bad.settings("settings.speed", "fast"),
                  window("settings.window.from", Map.of("from", "9")),
                  window("settings.window.to", Map.of("from", "17:00", "to", "09:00")),
                  window("settings.window.to", Map.of("to", "24:01")),
                  window("settings.window.days", Map.of("days", List.of())),
                  window("settings.window.days", Map.of("days", List.of("monday"))),
                  new Bad("steps", sequence(List.of())),
                  new Bad("steps", without(sequence(List.of(GOOD)), "steps")),
                  new Bad("steps", sequence(Collections.nCopies(51, GOOD))),
                  new Bad("nmae", with(sequence(List.of(GOOD)), "nmae", "x")),
                  new Bad("name", with(sequence(List.of(GOOD)), "name", "A\r\nB: c")),
                  new Bad("owner", with(sequence(List.of(GOOD)), "owner", "Robin <r@e.example>"))))
          .flatMap(each -> each)
          .toList();

  private static String good = "";
  private static @Nullable Written before;

  @BeforeAll
  static void publishAGoodOne() {
    var stepwise = RUNNING.stepwise();
    good = stepwise.rep.post("/sequences", sequence(List.of(GOOD))).is(201).json().text("id");
    before = Written.by(stepwise);
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void a_bad_sequence_is_refused_by_field_and_nothing_is_written(Bad bad) {
    var stepwise = RUNNING.stepwise();

    var created = stepwise.rep.post("/sequences", bad.body());
    var published = stepwise.rep.put("/sequences/" + good, bad.body(), "if-match", "1");

    for (var answer : List.of(created, published)) {
      answer.is(422);
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.json().objects("errors"))
          .extracting(error -> error.text("field"))
          .contains(bad.field());
    }
    assertThat(Written.by(stepwise)).isEqualTo(before);
  }

  @Test
  void a_new_sequence_needs_a_name() {
    var nameless = without(sequence(List.of(GOOD)), "name");

    var answer = RUNNING.stepwise().rep.post("/sequences", nameless).is(422);

    assertThat(answer.json().text("field")).isEqualTo("name");
    assertThat(Written.by(RUNNING.stepwise())).isEqualTo(before);
  }

  private static Bad window(String field, Map<String, Object> window) {
    var settings = Map.of("window", window);
    return new Bad(field, with(sequence(List.of(GOOD)), "settings", settings));
  }

  private static Map<String, Object> sequence(List<Map<String, Object>> steps) {
    return Map.of("name", "Bad", "owner", Stepwise.REP, "steps", steps);
  }
}
