package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Contacts that cannot be right are rejected one by one; a call that cannot be is refused. */
class BadContactsTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final Map<String, Object> ADA = contact("ada@bad.example");

  record Bad(String field, Map<String, Object> contact) {}

  static final List<Bad> BAD =
      Stream.concat(
              Stream.of(
                      "",
                      "nobody",
                      "@bad.example",
                      "ada@",
                      "ada@localhost",
                      "ada@@bad.example",
                      "ada bad@bad.example",
                      "Ada <ada@bad.example>",
                      "ada@bad.example\r\nBcc: all@example.com",
                      "ada@bad.example\n",
                      "ada@bad.example,eve@bad.example",
                      "\u0430da@bad.example",
                      "a".repeat(65) + "@bad.example",
                      "a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(3) + ".example.com")
                  .map(address -> new Bad("email", contact(address))),
              Stream.of(
                  new Bad("email", Map.of("firstName", "Ada")),
                  new Bad("email", with(ADA, "email", 7)),
                  new Bad("firstName", with(ADA, "firstName", "Ada\r\nBcc: all@example.com")),
                  new Bad("lastName", with(ADA, "lastName", "L\u0000")),
                  new Bad("company", with(ADA, "company", "A\nB")),
                  new Bad("company", with(ADA, "company", "x".repeat(201))),
                  new Bad("timeZone", with(ADA, "timeZone", "Mars/Base")),
                  new Bad("fields.note", with(ADA, "fields", Map.of("note", "a\nb: c"))),
                  new Bad("fields.no-te", with(ADA, "fields", Map.of("no-te", "x"))),
                  new Bad("fields.list", with(ADA, "fields", Map.of("list", List.of(1)))),
                  new Bad("phone", with(ADA, "phone", "1")),
                  new Bad("overrides.9", override("9", Map.of("text", "x"))),
                  new Bad("overrides.1.text", override("1", Map.of("text", "{{contact.age}}"))),
                  new Bad("overrides.1.subject", override("1", Map.of("subject", "a\r\nb: c")))))
          .toList();

  @ParameterizedTest
  @FieldSource("BAD")
  void a_bad_contact_is_rejected_by_field_and_the_others_go_on(Bad bad) {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("P1D", "One")));
    var before = Written.by(stepwise);

    var alone = stepwise.tryEnroll(sequence, bad.contact()).getFirst();
    var after = Written.by(stepwise);
    var results = stepwise.tryEnroll(sequence, bad.contact(), contact("good@bad.example"));

    assertThat(alone.text("status")).isEqualTo("rejected");
    assertThat(alone.text("reason")).contains(bad.field());
    assertThat(after).isEqualTo(before);
    assertThat(results).extracting(r -> r.text("status")).containsExactly("rejected", "enrolled");
  }

  @Test
  void a_contact_that_is_there_twice_is_enrolled_once() {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(email("PT0S", "One")));

    var results =
        stepwise.tryEnroll(sequence, contact("two@bad.example"), contact("TWO@Bad.example"));
    stepwise.settle();

    assertThat(results).extracting(r -> r.text("status")).containsExactly("enrolled", "rejected");
    assertThat(results.get(1).text("reason")).isNotEmpty();
    assertThat(stepwise.mails("two@bad.example")).hasSize(1);
  }

  private record Call(String field, Map<String, Object> body) {}

  @Test
  void a_bad_call_is_refused_by_field_and_nothing_is_written() {
    var stepwise = RUNNING.stepwise();
    var path = "/sequences/" + stepwise.sequence(List.of(email("P1D", "One"))) + "/enrollments";
    var good = Map.<String, Object>of("sender", Stepwise.REP, "contacts", List.of(ADA));
    var now = stepwise.now();
    var before = Written.by(stepwise);

    for (var bad :
        List.of(
            new Call("sender", with(good, "sender", "nobody@example.com")),
            new Call("sender", with(good, "sender", "Robin <rep@example.com>")),
            new Call("sender", Bodies.without(good, "sender")),
            new Call("startAtStep", with(good, "startAtStep", 0)),
            new Call("startAtStep", with(good, "startAtStep", 2)),
            new Call("startAtStep", with(good, "startAtStep", 51)),
            new Call("startAtStep", with(good, "startAtStep", 1.5)),
            new Call("startAtStep", with(good, "startAtStep", "1")),
            new Call("startAt", with(good, "startAt", now.minus(Duration.ofHours(1)).toString())),
            new Call("startAt", with(good, "startAt", now.plus(Duration.ofDays(367)).toString())),
            new Call("startAt", with(good, "startAt", "tomorrow")),
            new Call("startAt", with(good, "startAt", "2027-01-01T09:00:00")),
            new Call("contacts", with(good, "contacts", List.of())),
            new Call("contacts", with(good, "contacts", people(1_001))),
            new Call("contacts", with(good, "contacts", "ada@bad.example")),
            new Call("contacts", Bodies.without(good, "contacts")),
            new Call("dryRun", with(good, "dryRun", "yes")),
            new Call("priority", with(good, "priority", 1)))) {
      var answer = stepwise.rep.post(path, bad.body()).is(422);
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.json().text("field")).as("%s", answer.text()).isEqualTo(bad.field());
    }

    assertThat(Written.by(stepwise)).isEqualTo(before);
  }

  @Test
  void a_dry_run_says_what_would_be_and_writes_nothing() {
    var stepwise = RUNNING.stepwise();
    var path = "/sequences/" + stepwise.sequence(List.of(email("PT0S", "One"))) + "/enrollments";
    var contacts = List.of(ADA, contact("nobody"));
    var before = Written.by(stepwise);

    var body = Map.of("sender", Stepwise.REP, "contacts", contacts, "dryRun", true);
    var results = stepwise.rep.post(path, body).is(200).json().objects("results");
    stepwise.settle();

    assertThat(results).extracting(r -> r.text("status")).containsExactly("enrolled", "rejected");
    assertThat(Written.by(stepwise)).isEqualTo(before);
  }

  private static Map<String, Object> override(String step, Map<String, Object> copy) {
    return with(ADA, "overrides", Map.of(step, copy));
  }

  private static List<Map<String, Object>> people(int count) {
    var people = new ArrayList<Map<String, Object>>();
    for (int n = 0; n < count; n++) {
      people.add(contact("person" + n + "@bad.example"));
    }
    return people;
  }
}
