package dev.stepwise.local.journey;

import java.util.List;

/** All that a request could have written, to be compared with what it was before. */
record Written(
    List<?> sequences, List<?> enrollments, List<?> tasks, String outbox, String timers) {
  static Written by(Stepwise stepwise) {
    return new Written(
        stepwise.admin.list("/sequences"),
        stepwise.rep.list("/enrollments"),
        stepwise.admin.list("/tasks?sender=" + Stepwise.REP),
        stepwise.rep.get("/_local/outbox").text(),
        stepwise.rep.get("/_local/timers").text());
  }
}
