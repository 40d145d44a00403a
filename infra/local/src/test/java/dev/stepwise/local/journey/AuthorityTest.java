package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.enrollBody;
import static dev.stepwise.local.journey.Bodies.sequenceBody;
import static dev.stepwise.local.journey.Bodies.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthorityTest {
  @RegisterExtension static final Running RUNNING = new Running();

  private static final String OTHER = "other@example.com";

  @Test
  void a_rep_neither_sees_nor_moves_what_is_another_senders() {
    var stepwise = RUNNING.stepwise();
    admin().put("/senders/" + OTHER, Map.of("name", "Other", "timeZone", "UTC")).is(200);
    var sequence =
        admin()
            .post("/sequences", Map.of("name", "Theirs", "owner", OTHER, "steps", steps()))
            .is(201)
            .json()
            .text("id");
    var enrolled =
        admin().send("POST", "/sequences/" + sequence + "/enrollments", enrollBody(OTHER));
    var id = enrolled.json().objects("results").getFirst().text("enrollmentId");
    stepwise.settle();
    var task = admin().list("/tasks?sender=" + OTHER).getFirst().text("id");
    var before = admin().get("/enrollments/" + id).is(200).text();

    rep().get("/senders/" + OTHER).is(403);
    rep().put("/senders/" + OTHER, Map.of("name", "Mine", "timeZone", "UTC")).is(403);
    rep().get("/tasks?sender=" + OTHER).is(403);
    rep().get("/enrollments?sender=" + OTHER).is(403);
    rep().get("/enrollments/" + id).is(403);
    rep().send("PATCH", "/enrollments/" + id, "{\"firstName\":\"Eve\"}").is(403);
    for (var move : List.of("pause", "resume", "stop", "reenroll", "send-now", "retry")) {
      rep().post("/enrollments/" + id + "/" + move).is(403);
    }
    rep().post("/enrollments/" + id + "/resolve", Map.of("outcome", "sent")).is(403);
    rep().post("/tasks/" + task + "/complete").is(403);
    rep().post("/tasks/" + task + "/skip").is(403);
    rep().send("PUT", "/sequences/" + sequence, sequenceBody(), "if-match", "1").is(403);
    rep().post("/sequences/" + sequence + "/archive").is(403);
    rep().send("POST", "/sequences/" + sequence + "/enrollments", enrollBody(OTHER)).is(403);

    assertThat(rep().list("/enrollments")).noneMatch(each -> each.text("id").equals(id));
    assertThat(admin().get("/enrollments/" + id).text()).isEqualTo(before);
    admin().post("/sequences/" + sequence + "/archive", Map.of("stopActive", true)).is(200);
  }

  private static Caller rep() {
    return RUNNING.stepwise().rep;
  }

  private static Caller admin() {
    return RUNNING.stepwise().admin;
  }
}
