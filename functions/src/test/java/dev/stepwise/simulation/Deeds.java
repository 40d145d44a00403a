package dev.stepwise.simulation;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.StopReason;
import dev.stepwise.simulation.Acts.Kind;
import dev.stepwise.task.TaskId;

/** What a rep does to one enrollment, by the use case for it. */
final class Deeds {
  private Deeds() {}

  static void move(Engine engine, Kind kind, EnrollmentId id, Actor actor) {
    switch (kind) {
      case PAUSE -> engine.move.pause(id, engine.rep);
      case RESUME -> engine.move.resume(id, engine.openTasks, engine.rep);
      case STOP -> engine.move.stop(id, StopReason.STOPPED_BY_USER, engine.rep);
      case RETRY -> engine.move.retry(id, engine.rep);
      case SEND_NOW -> engine.move.sendNow(id, engine.rep);
      case TOLD_SENT -> engine.move.resolve(id, true, engine.rep);
      case TOLD_SEND -> engine.move.resolve(id, false, engine.rep);
      case COMPLETE -> engine.tasks.complete(TaskId.of(id.value(), 3), engine.rep);
      case SKIP -> engine.tasks.skip(TaskId.of(id.value(), 3), engine.rep);
      case REENROLL -> engine.reenroll.reenroll(id, 1 + actor.chance.below(4), engine.rep);
      case OPT_OUT -> engine.optOut.optOut(id, "one click");
      case STOP_ALL, ENROLL, PUBLISH, SUPPRESS, SUPPRESS_DOMAIN, REPLY ->
          throw new IllegalStateException("moves no enrollment: " + kind);
    }
  }
}
