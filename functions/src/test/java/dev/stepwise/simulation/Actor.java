package dev.stepwise.simulation;

import dev.stepwise.enrollment.EnrollmentId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One function at work on one thing, with a clock of its own and a time limit. */
final class Actor {
  final String name;
  final Chance chance;

  /** The enrollment that it works for, where that is known. */
  final @Nullable EnrollmentId concerns;

  /** When it last read a dossier: the number of the step. */
  long dossierRead;

  private final Agenda agenda;
  private final Instant deadline;
  private final Duration skew;
  private final Baton baton;
  private int calls;

  Actor(String name, Chance chance, @Nullable EnrollmentId concerns, Stage stage, Runnable work) {
    this.name = name;
    this.chance = chance;
    this.concerns = concerns;
    this.agenda = stage.agenda();
    this.deadline = agenda.now().plus(stage.limit());
    this.skew = chance.between(stage.skew().negated(), stage.skew());
    this.baton = new Baton(work);
  }

  /**
   * What surrounds an actor: the agenda, how long a function may run, and by how much clocks are
   * wrong at most.
   */
  record Stage(Agenda agenda, Duration limit, Duration skew) {}

  /** What time its own clock shows. */
  Instant now() {
    return agenda.now().plus(skew).truncatedTo(ChronoUnit.MILLIS);
  }

  Duration timeLeft() {
    return Duration.between(agenda.now(), deadline);
  }

  /** The place where it stands: its name and the number of its call. */
  String place(String call) {
    return name + " " + call + " " + calls;
  }

  void callBegins() {
    calls++;
  }

  /** Lets it go on. */
  void goOn() {
    baton.lend();
  }

  /** Its own: waits until it may go on. */
  void stand() {
    baton.giveBack();
  }

  /** Its own: time passes, and others may act meanwhile. */
  void takes(Duration time) {
    Instant at = agenda.now().plus(time);
    if (!agenda.moveTo(at)) {
      agenda.at(at, this::goOn);
      baton.giveBack();
    }
    if (agenda.now().isAfter(deadline)) {
      throw new Crash("time limit");
    }
  }

  void dismiss() {
    baton.dismiss();
  }
}
