package dev.stepwise.local.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.template.FunctionSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each function of the template, from the zip that is deployed, works the events of infra/events,
 * which are such as AWS documents. Ids in them are examples; here they stand for what the functions
 * have made.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedFunctionsTest {
  /** Contacts' own data, and a secret: no log may have them. */
  private static final List<String> PRIVATE =
      List.of("ada@prospect", "Quillfeather", "tomorrow", Ground.SECRET);

  private static final SampleEvents EVENTS = new SampleEvents();
  private static final Set<String> PLAYED = new TreeSet<>();
  private static @Nullable Ground ground;

  @BeforeAll
  static void begin(@TempDir Path folder) {
    ground = new Ground(folder);
  }

  @AfterAll
  static void end() {
    ground().close();
  }

  @Test
  @Order(1)
  void every_function_has_an_event() {
    Set<String> functions =
        SampleEvents.names().stream()
            .map(event -> event.split("-", 2)[0])
            .collect(Collectors.toSet());

    assertThat(functions)
        .isEqualTo(
            ground().template().functions().stream()
                .map(FunctionSpec::name)
                .collect(Collectors.toSet()));
  }

  @Test
  @Order(2)
  void a_sequence_is_written_and_somebody_enrolled() {
    http("SendersFunction", 200);

    EVENTS.say("3kq8m0z1", http("SequencesFunction", 201).text("id"));
    var result = http("EnrollFunction", 200).objects("results").getFirst();

    assertThat(result.text("status")).isEqualTo("enrolled");
    EVENTS.say("7xw2c9a4", result.text("enrollmentId"));
  }

  @Test
  @Order(3)
  void a_wake_sends_the_first_mail() {
    worked("StepFireFunction");

    var mail = ground().aws().ses().outbox().getFirst();
    assertThat(mail.to()).containsExactly("ada@prospect.example");
    assertThat(mail.subject()).isEqualTo("Hello Ada");
    EVENTS.say("EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000", mail.messageId());
    EVENTS.say(
        "u0example",
        mail.headers().getOrDefault("List-Unsubscribe", "").replaceAll(".*/u/([^>]+)>.*", "$1"));
  }

  @Test
  @Order(4)
  void what_ses_tells_and_an_answer_are_heard() {
    ground().storeAnswer();

    worked("MailEventsFunction");
    work("InboundReplyFunction");
    worked("InboundReplyFunction-queue");

    var enrollment = http("EnrollmentsFunction", 200);
    assertThat(enrollment.text("state")).isEqualTo("stopped");
    assertThat(enrollment.text("reason")).isEqualTo("replied");
    assertThat(enrollment.objects("timeline"))
        .extracting(entry -> entry.text("type"))
        .contains("sent", "delivered", "replied");
    // The answer was passed on.
    assertThat(ground().aws().ses().outbox()).hasSize(2);
  }

  @Test
  @Order(5)
  void people_look_and_opt_out() {
    http("TasksFunction", 200);
    assertThat(http("PausesFunction", 200).text("status")).isEqualTo("paused");
    http("SuppressionsFunction", 200);
    assertThat(http("ContactsFunction", 200).objects("enrollments")).hasSize(1);

    assertThat(status(work("UnsubscribeFunction"))).isEqualTo(200);

    assertThat(http("ContactsFunction", 200).objects("suppressions")).hasSize(1);
  }

  /** A signature of long ago is looked at only where SSM has told the tool's secret. */
  @Test
  @Order(6)
  void who_signs_wrong_is_turned_away() {
    assertThat(status(work("BookingsFunction"))).isEqualTo(401);
    assertThat(status(work("AttachmentsFunction"))).isEqualTo(404);
  }

  @Test
  @Order(7)
  void what_runs_by_the_clock_or_by_hand_runs() {
    String wake = records("StepFireFunction").getFirst().text("body");
    var _ = ground().aws().sqs().send("stepwise-DeadLetterQueue", wake, Duration.ZERO);

    work("SweepFunction");

    assertThat(Json.object(work("RedriveFunction").getBytes(StandardCharsets.UTF_8)).orElseThrow())
        .extracting(report -> report.get("stale"))
        .isEqualTo(1);
  }

  /** Whoever adds a function need only add its event. */
  @Test
  @Order(8)
  void every_other_event_is_worked_too() {
    for (String event : SampleEvents.names()) {
      if (!PLAYED.contains(event)) {
        String answer = work(event);
        assertThat(answer).as(event).doesNotContain("\"statusCode\":5");
      }
    }
    assertThat(PLAYED).isEqualTo(SampleEvents.names());
  }

  /** The answer of a function behind the API, which must have that status. */
  private static JsonObject http(String event, int status) {
    String answer = work(event);
    assertThat(status(answer)).as(answer).isEqualTo(status);
    String body = object(answer).text("body");
    return object(body);
  }

  private static int status(String answer) {
    return object(answer).get("statusCode") instanceof Integer status ? status : 0;
  }

  /** A batch of which nothing is left. */
  private static void worked(String event) {
    assertThat(object(work(event)).objects("batchItemFailures")).as(event).isEmpty();
  }

  /**
   * Starts the function, has the event worked and ends it; its log is JSON and has nobody's data.
   */
  private static String work(String event) {
    PLAYED.add(event);
    try (PackagedFunction function = ground().start(event)) {
      RuntimeApi.Outcome outcome = function.work(EVENTS.text(event));
      String log = function.logged();
      assertThat(outcome.failed()).as("%s: %s%n%s", event, outcome.body(), log).isFalse();
      assertThat(function.wasRestored()).as(event).isTrue();
      assertThat(PRIVATE).as("%s%n%s", event, log).noneMatch(log::contains);
      assertThat(log.lines()).as(event).allMatch(line -> line.startsWith("{"));
      return outcome.body();
    }
  }

  private static List<JsonObject> records(String event) {
    return object(EVENTS.text(event)).objects("Records");
  }

  private static JsonObject object(String json) {
    return Json.object(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static Ground ground() {
    return Objects.requireNonNull(ground);
  }
}
