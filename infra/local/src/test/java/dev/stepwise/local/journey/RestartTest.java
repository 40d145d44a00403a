package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four weeks of the example sequence, in which the power fails four times. */
class RestartTest {
  private static final Path EXAMPLES = Running.TEMPLATE.resolveSibling("infra/examples");
  private static final int COPIES = 4;
  private static final int MOST_DAYS = 60;

  /**
   * Days on which the power fails before an operation. The first mails leave on day 0, the second
   * ones on days 6 to 8, the third on 13 to 15; SendEmail cuts between claim and mail,
   * TransactWriteItems between mail and record, CreateSchedule between record and timer.
   */
  private static final Map<Integer, String> CRASHES =
      Map.of(0, "SendEmail", 6, "TransactWriteItems", 7, "CreateSchedule");

  /** On this day it fails at some moment. */
  private static final int POWER_CUT = 14;

  private final Random random = new Random(Long.getLong("journey.seed", 20_261_123));
  private final List<String> unknown = new ArrayList<>();
  @TempDir Path home;

  @Test
  @Timeout(300)
  void every_contact_gets_each_mail_once_though_the_power_fails_four_times() throws IOException {
    var child = Child.startIn(home);
    try {
      var sequence = enrollAll(child.stepwise);
      for (int day = 0; day < MOST_DAYS && anyOpen(child.stepwise, sequence); day++) {
        child = fails(child, day) ? Child.startIn(home) : child;
        child.stepwise.advance("P1D");
        doTasks(child.stepwise);
        resolveUnknown(child.stepwise, sequence);
      }

      var enrollments = enrollments(child.stepwise, sequence);
      assertThat(enrollments).hasSize(9 * COPIES);
      assertThat(enrollments).allMatch(each -> each.text("state").equals("finished"));
      assertThat(mailsByContactAndStep(child.stepwise)).hasSize(3 * 9 * COPIES);
      assertThat(mailsByContactAndStep(child.stepwise).values()).containsOnly(1);
      System.out.println("restart journey: outcomes the rep was asked about: " + unknown);
    } finally {
      child.close();
    }
  }

  private boolean fails(Child child, int day) {
    if (CRASHES.containsKey(day)) {
      crash(child, CRASHES.get(day));
    } else if (day == POWER_CUT) {
      cut(child);
    }
    return CRASHES.containsKey(day) || day == POWER_CUT;
  }

  private static void crash(Child child, String operation) {
    child.stepwise.fault(operation, "crash", 1);
    assertThat(catchThrowable(() -> child.stepwise.advance("P1D")))
        .as("the advance that the first %s ends", operation)
        .hasRootCauseInstanceOf(IOException.class);
    child.awaitEnd();
  }

  /** Everything goes dark during an advance; what was asked for then is not answered. */
  private void cut(Child child) {
    var advance = CompletableFuture.supplyAsync(() -> child.stepwise.advance("P1D"));
    child.killAfter(20 + random.nextInt(250));
    try {
      advance.join();
      System.out.println("restart journey: the day was over before the power failed");
    } catch (CompletionException e) {
      assertThat(e).hasRootCauseInstanceOf(IOException.class);
    }
  }

  private static String enrollAll(Stepwise stepwise) throws IOException {
    var example = Json.object(Files.readAllBytes(EXAMPLES.resolve("sequence.json"))).orElseThrow();
    var sequence = stepwise.rep.post("/sequences", example.fields()).is(201).json().text("id");
    var contacts = new ArrayList<Map<String, Object>>();
    for (int copy = 0; copy < COPIES; copy++) {
      for (var contact : examples()) {
        contacts.add(with(contact, "email", copy + "." + contact.get("email")));
      }
    }
    var results = stepwise.tryEnroll(sequence, contacts.toArray(Map<?, ?>[]::new));
    assertThat(results).allMatch(result -> result.text("status").equals("enrolled"));
    return sequence;
  }

  private static List<Map<String, Object>> examples() throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(EXAMPLES.resolve("contacts.csv"));
        var records = format.parse(reader)) {
      return records.stream().map(RestartTest::contact).toList();
    }
  }

  private static Map<String, Object> contact(CSVRecord row) {
    var contact = new LinkedHashMap<String, Object>();
    contact.put("email", row.get("email"));
    contact.put("firstName", row.get("first_name"));
    contact.put("company", row.get("company"));
    contact.put("timeZone", row.get("time_zone"));
    return contact;
  }

  private static void doTasks(Stepwise stepwise) {
    for (var task : stepwise.rep.list("/tasks?sender=" + Stepwise.REP)) {
      stepwise.rep.post("/tasks/" + task.text("id") + "/complete").is(200);
    }
  }

  /** The rep looks into the outbox, which a deployed system does not have, and tells the truth. */
  private void resolveUnknown(Stepwise stepwise, String sequence) {
    var paused = stepwise.rep.list("/enrollments?state=paused&sequence=" + sequence);
    for (var enrollment : paused) {
      assertThat(enrollment.text("reason")).isEqualTo("unknown_send");
      assertThat(enrollment.object("waitingFor").text("kind")).isEqualTo("unknown_send");
      var email = enrollment.object("contact").text("email");
      var left =
          stepwise.mails(email).stream()
              .anyMatch(mail -> step(mail).equals(enrollment.text("step")));
      unknown.add(email + " step " + enrollment.text("step") + (left ? " sent" : " not sent"));
      var path = "/enrollments/" + enrollment.text("id") + "/resolve";
      stepwise.rep.post(path, Map.of("outcome", left ? "sent" : "send")).is(200);
    }
  }

  private static boolean anyOpen(Stepwise stepwise, String sequence) {
    return enrollments(stepwise, sequence).stream()
        .anyMatch(each -> !each.text("state").equals("finished"));
  }

  private static List<JsonObject> enrollments(Stepwise stepwise, String sequence) {
    return stepwise.rep.list("/enrollments?sequence=" + sequence);
  }

  private static Map<String, Integer> mailsByContactAndStep(Stepwise stepwise) {
    var counts = new LinkedHashMap<String, Integer>();
    for (var mail : stepwise.rep.get("/_local/outbox").list()) {
      counts.merge(mail.get("to") + " " + step(mail), 1, Integer::sum);
    }
    return counts;
  }

  private static String step(JsonObject mail) {
    return mail.object("tags").text("step");
  }
}
