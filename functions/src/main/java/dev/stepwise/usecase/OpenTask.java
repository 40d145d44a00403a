package dev.stepwise.usecase;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Settlement;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.enrollment.TaskSteps;
import dev.stepwise.mail.Template;
import dev.stepwise.mail.Values;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.Step;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A manual step is due: its task is created. */
final class OpenTask {
  private OpenTask() {}

  static Fired open(CaseFile file, Step.ManualTask step, Commit commit, Instant now) {
    Enrollment e = file.enrollment();
    Optional<Suppression> suppression = file.dossier().suppression();
    if (suppression.isPresent()) {
      commit.write(Settlement.stopped(e, Hindrance.reason(suppression.get()), now), now);
      return Fired.STOPPED;
    }
    Optional<Switches.Off> off = file.dossier().switches().off(now);
    if (off.isPresent()) {
      commit.write(Settlement.paused(e, off.get(), now), now);
      return Fired.PAUSED;
    }
    Optional<Expiry.Then> late = file.plan().late(e, now);
    if (late.isPresent()) {
      commit.write(Settlement.expired(e, file.plan(), late.get(), now), now);
      return Fired.EXPIRED;
    }
    Values values = new Values(file.dossier().contact(), file.dossier().sender());
    Template title = Template.parse(step.title());
    List<String> missing = title.missing(values);
    if (!missing.isEmpty()) {
      String reason = Hindrance.missing(e.step().orElseThrow(), missing);
      commit.write(Settlement.failed(e, Wait.MISSING_TOKEN, reason, now), now);
      return Fired.FAILED;
    }
    Task task = task(e, step, title.line(values), now);
    Change change = TaskSteps.open(e, file.plan(), task, step.waitForCompletion());
    commit.write(change, now);
    return Fired.TASK_CREATED;
  }

  private static Task task(Enrollment e, Step.ManualTask step, String title, Instant now) {
    State.Active active = (State.Active) e.state();
    return new Task(
        TaskId.of(e.id().value(), active.step()),
        e.facts().contact(),
        e.facts().sender(),
        step.kind(),
        title,
        Task.State.OPEN,
        active.due().at(),
        now);
  }
}
