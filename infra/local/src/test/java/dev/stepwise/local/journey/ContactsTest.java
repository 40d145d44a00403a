package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static dev.stepwise.local.journey.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is known of a person, and how it is erased. */
class ContactsTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final String OTHER = "other@example.com";

  @Test
  void a_contact_is_shown_with_every_enrollment_and_what_forbids_to_write() {
    var stepwise = RUNNING.stepwise();
    var first = stepwise.enroll(twoMails(), contact("ada@known.example", "Ada", "UTC"));
    stepwise.advance("P3D");
    var second = stepwise.enroll(twoMails(), contact("ada@known.example"));
    stepwise.rep.send("PUT", "/suppressions/known.example", "").is(200);

    var file = stepwise.rep.get("/contacts/ADA@known.example").is(200).json();

    assertThat(file.text("email")).isEqualTo("ada@known.example");
    assertThat(file.text("loggedAs")).hasSizeGreaterThan(20).doesNotContain("ada");
    assertThat(file.object("contact").text("firstName")).isEqualTo("Ada");
    assertThat(ids(file)).containsExactly(first, second);
    var enrollment = file.objects("enrollments").getFirst();
    assertThat(enrollment.text("state")).isEqualTo("finished");
    assertThat(enrollment.text("sender")).isEqualTo(Stepwise.REP);
    assertThat(file.objects("suppressions")).hasSize(1);
    assertThat(file.objects("suppressions").getFirst().text("target")).isEqualTo("known.example");
    stepwise.admin.send("DELETE", "/suppressions/known.example", "").is(204);
  }

  @Test
  void who_is_not_known_is_not_found() {
    RUNNING.stepwise().rep.get("/contacts/nobody@known.example").is(404);
    RUNNING.stepwise().rep.get("/contacts/nobody").is(404);
  }

  @Test
  void no_address_is_taken_for_the_key_of_somebodys_mails() {
    var stepwise = RUNNING.stepwise();
    stepwise.enroll(twoMails(), contact("ann@keys.example"));
    stepwise.settle();
    var mail = stepwise.mails("ann@keys.example").getFirst();
    RUNNING.prospect("ann@keys.example").answer(mail).text("Let us talk.").send();
    stepwise.settle();

    stepwise.rep.get("/contacts/mail%23ann@keys.example").is(404);
  }

  @Test
  void a_rep_does_not_see_whom_another_sender_writes_to_and_erases_nobody() {
    var stepwise = RUNNING.stepwise();
    stepwise.admin.put("/senders/" + OTHER, Map.of("name", "Other", "timeZone", "UTC")).is(200);
    var path = "/sequences/" + twoMails() + "/enrollments";
    var theirs = Map.of("sender", OTHER, "contacts", List.of(contact("eve@known.example")));
    stepwise.admin.post(path, theirs).is(200);

    stepwise.rep.get("/contacts/eve@known.example").is(404);
    stepwise.rep.send("DELETE", "/contacts/eve@known.example", "").is(403);

    assertThat(ids(stepwise.admin.get("/contacts/eve@known.example").is(200).json())).hasSize(1);
  }

  @Test
  void a_person_who_is_erased_is_nowhere_in_the_table() {
    var stepwise = RUNNING.stepwise();
    var grace = with(contact("hopper@navy.example", "Grace", "UTC"), "company", "Cobol Club");
    var own = Map.of("2", Map.of("text", "Only for Grace"));
    var old =
        stepwise.enroll(
            stepwise.sequence(List.of(call("PT0S", true), email("P1D", "Hi"))),
            with(grace, "overrides", own));
    stepwise.settle();
    stepwise.complete(old);
    stepwise.advance("P3D");
    var active = stepwise.enroll(hello(), grace);
    stepwise.settle();
    assertThat(table()).contains("hopper", "Grace", "Cobol");

    erase("hopper@navy.example");
    stepwise.advance("P10D");

    assertThat(table()).doesNotContain("hopper", "Grace", "Cobol", "navy.example");
    assertThat(stepwise.mails("hopper@navy.example")).hasSize(2);
    assertThat(stepwise.enrollment(old).text("state")).isEqualTo("finished");
    assertThat(stepwise.enrollment(active).text("reason")).isEqualTo("erased");
    assertThat(stepwise.told(active)).containsExactly("enrolled", "sent", "stopped");
  }

  @Test
  void who_is_erased_is_skipped_when_imported_anew_and_only_the_suppression_is_known() {
    var stepwise = RUNNING.stepwise();
    stepwise.enroll(twoMails(), contact("ida@back.example", "Ida", "UTC"));
    stepwise.settle();
    erase("ida@back.example");

    var again = stepwise.tryEnroll(twoMails(), contact("IDA@back.example")).getFirst();
    stepwise.advance("P3D");
    var file = stepwise.admin.get("/contacts/ida@back.example").is(200).json();

    assertThat(again.text("status")).isEqualTo("skipped");
    assertThat(again.text("reason")).isEqualTo("suppressed: erased");
    assertThat(stepwise.mails("ida@back.example")).hasSize(1);
    assertThat(file.get("contact")).isNull();
    assertThat(ids(file)).isEmpty();
    assertThat(file.objects("suppressions").getFirst().text("reason")).isEqualTo("erased");
  }

  @Test
  void erased_twice_and_never_known_are_204() {
    erase("nobody@back.example");
    erase("nobody@back.example");
  }

  @Test
  void nobody_is_said_to_be_erased_by_hand_and_lifting_it_needs_a_reason() {
    var stepwise = RUNNING.stepwise();
    var body = Map.of("reason", "erased");
    stepwise.admin.put("/suppressions/hand@back.example", body).is(422);
    erase("lift@back.example");

    var refused = stepwise.admin.send("DELETE", "/suppressions/lift@back.example", "").is(422);
    assertThat(refused.json().text("field")).isEqualTo("reason");
    stepwise.admin.send("DELETE", "/suppressions/lift@back.example?reason=%20", "").is(422);
    stepwise.admin.send("DELETE", "/suppressions/lift@back.example?reason=asked", "").is(204);

    stepwise.enroll(twoMails(), contact("lift@back.example"));
  }

  @Test
  void a_claim_that_is_open_while_the_person_is_erased_ends_without_a_mail() {
    var stepwise = RUNNING.stepwise();
    stepwise.fault("SendEmail", "timeoutBefore", 1);
    var id = stepwise.enroll(hello(), contact("open@back.example", "Olga", "UTC"));
    stepwise.settle();

    erase("open@back.example");
    stepwise.advance("P3D");

    assertThat(stepwise.mails("open@back.example")).isEmpty();
    assertThat(stepwise.told(id)).containsExactly("enrolled", "stopped", "outcome_unknown");
    assertThat(table()).doesNotContain("open@back.example", "Olga");
  }

  private static void erase(String address) {
    RUNNING.stepwise().admin.send("DELETE", "/contacts/" + address, "").is(204);
  }

  private static List<String> ids(JsonObject file) {
    return file.objects("enrollments").stream().map(e -> e.text("id")).toList();
  }

  /** All that is stored, as text. */
  private static String table() {
    var endpoint = RUNNING.aws().getOrDefault("dynamodb", URI.create("http://nowhere.invalid"));
    try (var client = DynamoDbClient.builder().endpointOverride(endpoint).build()) {
      var name = client.listTables().tableNames().getFirst();
      return client.scanPaginator(r -> r.tableName(name)).items().stream()
          .map(Object::toString)
          .reduce("", String::concat);
    }
  }

  private static String hello() {
    return RUNNING
        .stepwise()
        .sequence(List.of(email("PT0S", "Hello {{contact.firstName}}"), email("P1D", "Again")));
  }

  private static String twoMails() {
    return RUNNING.stepwise().sequence(List.of(email("PT0S", "One"), email("P1D", "Two")));
  }
}
