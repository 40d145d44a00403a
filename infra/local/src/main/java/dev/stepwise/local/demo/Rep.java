package dev.stepwise.local.demo;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the person does whose name the mails carry. */
final class Rep {
  static final String EMAIL = "rep@example.com";
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Api api;

  Rep(Api api) {
    this.api = api;
  }

  void work(Instant now, List<JsonObject> enrollments) {
    var local = now.atZone(ZoneOffset.UTC);
    if (WEEKEND.contains(local.getDayOfWeek()) || local.getHour() < 12 || local.getHour() >= 18) {
      return; // calls are made in the afternoon of a working day
    }
    enrollments.stream()
        .filter(enrollment -> enrollment.text("reason").equals("unknown_send"))
        .forEach(this::resolve);
    for (var task : api.list("/tasks?state=open&sender=" + EMAIL)) {
      if (!Instant.parse(task.text("dueAt")).isAfter(now)) {
        var id = task.text("id");
        post("/tasks/" + id + "/complete", Map.of(), "demo-complete-" + id);
      }
    }
  }

  /** A crash cut a send off: a look at the mails that left tells whether it had taken effect. */
  private void resolve(JsonObject enrollment) {
    var id = enrollment.text("id");
    var told = enrollment.objects("timeline").stream().filter(Rep::isSent).count();
    var left = api.outbox(enrollment.object("contact").text("email")).size();
    var outcome = left > told ? "sent" : "send";
    post("/enrollments/" + id + "/resolve", Map.of("outcome", outcome), "demo-" + id + "-" + left);
  }

  private static boolean isSent(JsonObject entry) {
    return entry.text("type").equals("sent");
  }

  private void post(String path, Map<String, String> body, String key) {
    var _ = api.post(path, Json.bytes(body), key);
  }
}
