package dev.stepwise.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A running system as those see it who only have its address and two tokens. */
final class Stepwise {
  static final String REP = "rep@example.com";

  final Caller rep;
  final Caller admin;
  private final List<String> sequences = new ArrayList<>();
  private boolean senderChanged;

  Stepwise(Caller rep, Caller admin) {
    this.rep = rep;
    this.admin = admin;
  }

  /** The state of an enrollment and what it waits for. */
  String standing(String id) {
    var enrollment = enrollment(id);
    var waitingFor = enrollment.object("waitingFor").text("kind");
    return waitingFor.isEmpty()
        ? enrollment.text("state")
        : enrollment.text("state") + ": " + waitingFor;
  }

  /** Creates a sequence with the usual settings. */
  String sequence(List<Map<String, Object>> steps) {
    return sequence(Map.of(), steps);
  }

  String sequence(Map<String, ?> settings, List<Map<String, Object>> steps) {
    var body = Map.of("name", "A story", "owner", REP, "settings", settings, "steps", steps);
    var id = rep.post("/sequences", body).is(201).json().text("id");
    sequences.add(id);
    return id;
  }

  /** Enrolls one contact, which must succeed, and answers the enrollment's id. */
  String enroll(String sequence, Map<String, ?> contact) {
    var result = tryEnroll(sequence, contact).getFirst();
    assertThat(result.text("status")).as("%s", result).isEqualTo("enrolled");
    return result.text("enrollmentId");
  }

  List<JsonObject> tryEnroll(String sequence, Map<?, ?>... contacts) {
    var body = Map.of("sender", REP, "contacts", Arrays.asList(contacts));
    return rep.post("/sequences/" + sequence + "/enrollments", body)
        .is(200)
        .json()
        .objects("results");
  }

  JsonObject enrollment(String id) {
    return rep.get("/enrollments/" + id).is(200).json();
  }

  /** A move such as pause, which must succeed, and the enrollment after it. */
  JsonObject move(String id, String move) {
    return rep.post("/enrollments/" + id + "/" + move).is(200).json();
  }

  /**
   * What has happened to an enrollment, in one word each; that mails arrive goes without saying.
   */
  List<String> told(String id) {
    return entries(id).stream().filter(type -> !type.equals("delivered")).toList();
  }

  /** All that the timeline tells, in one word each. */
  List<String> entries(String id) {
    return enrollment(id).objects("timeline").stream().map(entry -> entry.text("type")).toList();
  }

  /** The one open task of an enrollment. */
  JsonObject openTask(String enrollment) {
    var tasks = tasks("open", enrollment);
    assertThat(tasks).hasSize(1);
    return tasks.getFirst();
  }

  /** The rep does the open task. */
  void complete(String enrollment) {
    rep.post("/tasks/" + openTask(enrollment).text("id") + "/complete").is(200);
  }

  List<JsonObject> tasks(String state, String enrollment) {
    return rep.list("/tasks?state=" + state + "&sender=" + REP).stream()
        .filter(task -> task.text("enrollmentId").equals(enrollment))
        .toList();
  }

  /** Changes the sender: what is not said is as in the beginning. */
  void sender(Map<String, ?> more) {
    var body = new LinkedHashMap<String, Object>();
    body.put("name", "Robin Example");
    body.put("timeZone", "UTC");
    body.put("postalAddress", "1 Example Street, 12345 Exampletown");
    body.putAll(more);
    rep.put("/senders/" + REP, body).is(200);
    senderChanged = true;
  }

  /** Mails that left for this address, the first one first. */
  List<JsonObject> mails(String to) {
    return rep.get("/_local/outbox?to=" + Caller.encoded(to)).is(200).list();
  }

  /** Answers that were passed on to the rep. */
  List<JsonObject> forwarded() {
    return mails(REP);
  }

  /**
   * Hands a mail to the receiving side with verdicts of one's choice, such as {@code dmarc=FAIL}.
   */
  void inbound(String raw, String query) {
    rep.send("POST", "/_local/inbound?" + query, raw, "content-type", "message/rfc822").is(200);
  }

  /** When mails left for this address. */
  List<String> mailTimes(String to) {
    return mails(to).stream().map(mail -> mail.text("at")).toList();
  }

  List<JsonObject> timers() {
    return rep.get("/_local/timers").is(200).list();
  }

  void fault(String operation, String kind, int count) {
    var service =
        switch (operation) {
          case "SendEmail" -> "sesv2";
          case "GetObject" -> "s3";
          case "GetItem", "TransactWriteItems", "UpdateItem" -> "dynamodb";
          default -> "scheduler";
        };
    var body = Map.of("service", service, "operation", operation, "kind", kind, "count", count);
    rep.post("/_local/faults", body).is(200);
  }

  Instant now() {
    return instant(rep.get("/_local/clock"));
  }

  Instant advance(String by) {
    return instant(rep.post("/_local/clock", Map.of("advance", by)));
  }

  Instant advanceTo(String instant) {
    return instant(rep.post("/_local/clock", Map.of("to", instant)));
  }

  /** Waits until everything that is due now has been worked. */
  void settle() {
    advance("PT0S");
  }

  /** Ends what the last story began, so that the next one meets nobody else's mails. */
  void clear() {
    if (senderChanged) {
      sender(Map.of());
      senderChanged = false;
    }
    for (var id : sequences) {
      admin.post("/sequences/" + id + "/archive", Map.of("stopActive", true)).is(200);
    }
    sequences.clear();
    settle();
  }

  private static Instant instant(Answer clock) {
    return Instant.parse(clock.is(200).json().text("now"));
  }
}
