package dev.stepwise.local.journey;

import static dev.stepwise.local.journey.Bodies.call;
import static dev.stepwise.local.journey.Bodies.contact;
import static dev.stepwise.local.journey.Bodies.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TasksTest {
  @RegisterExtension static final Running RUNNING = new Running();

  @Test
  void a_task_that_is_completed_twice_is_completed_once() {
    var stepwise = RUNNING.stepwise();
    var id = atTask("twice@task.example", true);
    var task = stepwise.openTask(id);

    var first = close(task, "complete").is(200).json();
    stepwise.advance("PT1H");
    var second = close(task, "complete").is(200).json();

    assertThat(first.text("state")).isEqualTo("completed");
    assertThat(second).isEqualTo(first);
    close(task, "skip").is(409);
    assertThat(stepwise.told(id)).containsExactly("enrolled", "task_created", "task_completed");
  }

  @Test
  void the_next_delay_begins_when_the_task_is_done_or_skipped() {
    var stepwise = RUNNING.stepwise();
    var monday = stepwise.now();
    var done = atTask("done@task.example", true);
    var skipped = atTask("skipped@task.example", true);

    stepwise.advance("PT3H");
    var waiting = stepwise.standing(done);
    close(stepwise.openTask(done), "complete").is(200);
    stepwise.advance("PT1H");
    close(stepwise.openTask(skipped), "skip").is(200);
    stepwise.advance("P3D");

    assertThat(waiting).isEqualTo("awaiting_task: task");
    assertThat(stepwise.mailTimes("done@task.example"))
        .containsExactly(monday.plus(Duration.ofHours(27)).toString());
    assertThat(stepwise.mailTimes("skipped@task.example"))
        .containsExactly(monday.plus(Duration.ofHours(28)).toString());
    assertThat(stepwise.told(skipped)).contains("task_skipped");
  }

  @Test
  void a_task_that_nobody_waits_for_holds_nothing_up() {
    var stepwise = RUNNING.stepwise();
    var id = atTask("aside@task.example", false);

    stepwise.advance("P3D");

    assertThat(stepwise.mails("aside@task.example")).hasSize(1);
    assertThat(stepwise.enrollment(id).text("state")).isEqualTo("finished");
    close(stepwise.openTask(id), "complete").is(200);
    assertThat(stepwise.told(id)).endsWith("finished", "task_completed");
  }

  @Test
  void a_rescheduled_task_is_due_later_and_still_waited_for() {
    var stepwise = RUNNING.stepwise();
    var id = atTask("later@task.example", true);
    var task = stepwise.openTask(id);
    var dueAt = stepwise.now().plus(Duration.ofDays(2)).toString();
    var path = "/tasks/" + task.text("id") + "/reschedule";

    var moved = stepwise.rep.post(path, Map.of("dueAt", dueAt)).is(200).json();
    var past = stepwise.rep.post(path, Map.of("dueAt", "2020-01-01T09:00:00Z")).is(422);
    stepwise.advance("P1D");

    assertThat(moved.text("dueAt")).isEqualTo(dueAt);
    assertThat(past.json().text("field")).isEqualTo("dueAt");
    assertThat(dueBefore(stepwise.now().toString())).isEmpty();
    assertThat(dueBefore(stepwise.now().plus(Duration.ofDays(2)).toString()))
        .extracting(each -> each.text("id"))
        .contains(task.text("id"));
    assertThat(stepwise.standing(id)).isEqualTo("awaiting_task: task");
    assertThat(stepwise.mails("later@task.example")).isEmpty();
  }

  private static List<JsonObject> dueBefore(String instant) {
    var query = "/tasks?sender=" + Stepwise.REP + "&dueBefore=" + instant;
    return RUNNING.stepwise().rep.list(query);
  }

  private static String atTask(String email, boolean wait) {
    var stepwise = RUNNING.stepwise();
    var sequence = stepwise.sequence(List.of(call("PT0S", wait), email("P1D", "After the call")));
    var id = stepwise.enroll(sequence, contact(email));
    stepwise.settle();
    return id;
  }

  private static Answer close(JsonObject task, String how) {
    return RUNNING.stepwise().rep.post("/tasks/" + task.text("id") + "/" + how);
  }
}
