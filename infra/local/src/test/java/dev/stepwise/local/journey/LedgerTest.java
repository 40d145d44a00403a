package dev.stepwise.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the ledger of the killed system would find. */
class LedgerTest {
  private static final String NINE = "2026-11-23T09:00:00Z";
  private static final String TEN = "2026-11-23T10:00:00Z";

  private final List<Map<String, Object>> timeline =
      new ArrayList<>(List.of(entry("sent", 1, "m1"), entry("delivered", 1, "")));
  private final List<JsonObject> outbox = new ArrayList<>(List.of(mail("m1", "1", NINE)));
  private String state = "finished";
  private boolean answered;

  @Test
  void all_is_well_when_each_mail_is_told_and_the_sequence_is_over() {
    assertThat(ledger().problems()).isEmpty();
    assertThat(ledger().mails()).isEqualTo(1);
  }

  @Test
  void a_step_that_is_sent_twice_is_found() {
    again("2");

    assertThat(ledger().problems()).singleElement().asString().startsWith("step 1 sent 2 times");
  }

  @Test
  void a_step_may_be_sent_again_where_rule_or_rep_decided_so() {
    again("2");
    timeline.add(entry("outcome_unknown", 1, "resend"));
    assertThat(ledger().problems()).isEmpty();

    timeline.removeLast();
    timeline.add(entry("outcome_told", 1, "send"));
    assertThat(ledger().problems()).isEmpty();
    assertThat(ledger().again()).isEqualTo(1);
  }

  @Test
  void one_attempt_that_is_sent_twice_is_found_whatever_was_decided() {
    again("1");
    timeline.add(entry("outcome_unknown", 1, "resend"));

    assertThat(ledger().problems()).singleElement().asString().startsWith("attempt 1/1 twice");
  }

  @Test
  void a_mail_that_is_not_told_is_found() {
    outbox.add(mail("m2", "2", NINE));
    timeline.add(entry("outcome_unknown", 1, "resend"));

    assertThat(ledger().problems()).anyMatch(problem -> problem.startsWith("not told: m2"));
  }

  @Test
  void a_report_that_is_lost_is_found() {
    timeline.removeLast();

    assertThat(ledger().problems()).singleElement().asString().contains("delivery is not told: m1");
  }

  @Test
  void a_mail_that_is_told_and_never_left_is_found() {
    timeline.add(entry("sent", 2, "m9"));

    assertThat(ledger().problems())
        .singleElement()
        .asString()
        .startsWith("told but never sent: m9");
  }

  @Test
  void an_enrollment_that_stands_still_or_failed_is_found() {
    for (var standing : List.of("active", "failed", "paused", "stopped")) {
      state = standing;
      assertThat(ledger().problems()).singleElement().asString().startsWith("nothing comes of");
    }
  }

  @Test
  void a_mail_after_the_answer_is_found() {
    timeline.add(entry("replied", 1, ""));
    outbox.set(0, mail("m1", "1", TEN));

    assertThat(ledger().problems()).singleElement().asString().startsWith("sent after the answer");
  }

  @Test
  void an_answer_that_is_lost_is_found() {
    answered = true;

    assertThat(ledger().problems())
        .anyMatch(problem -> problem.startsWith("an answer is lost"))
        .anyMatch(problem -> problem.startsWith("an answer never reached the rep"));
  }

  @Test
  void a_lost_enrollment_and_a_mail_of_nobody_are_found() {
    var ledger = Ledger.of(List.of(), outbox, Map.of("ada@killed.example", "e1"));

    assertThat(ledger.problems())
        .containsExactly("ada@killed.example is lost: e1", "mails of nobody: [e1]");
  }

  /** The step is sent a second time, which is told as it is. */
  private void again(String attempt) {
    outbox.add(mail("m2", attempt, NINE));
    timeline.add(entry("sent", 1, "m2"));
    timeline.add(entry("delivered", 1, "<m2>"));
  }

  private Ledger ledger() {
    var enrollment = new LinkedHashMap<String, @Nullable Object>();
    enrollment.put("id", "e1");
    enrollment.put("state", state);
    enrollment.put("contact", Map.of("email", "ada@killed.example"));
    enrollment.put("timeline", timeline);
    var ada = new Person(new JsonObject(enrollment), answered);
    return Ledger.of(List.of(ada), outbox, Map.of("ada@killed.example", "e1"));
  }

  private static Map<String, Object> entry(String type, int step, String detail) {
    return Map.of("type", type, "step", step, "detail", detail, "at", NINE);
  }

  private static JsonObject mail(String id, String attempt, String at) {
    var tags = Map.of("enrollment", "e1", "step", "1", "attempt", attempt);
    var mail = new LinkedHashMap<String, @Nullable Object>();
    mail.put("messageId", id);
    mail.put("at", at);
    mail.put("to", List.of("ada@killed.example"));
    mail.put("tags", tags);
    return new JsonObject(mail);
  }
}
