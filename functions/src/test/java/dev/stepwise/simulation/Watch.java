package dev.stepwise.simulation;

import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Enrollments.ClaimRequest;
import dev.stepwise.enrollment.Enrollments.Entrance;
import dev.stepwise.matching.Incoming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sees each effect as it happens, and has every promise look at what it touched, nothing else. */
final class Watch {
  private final Enrollments stored;
  private final Supplier<Optional<Actor>> current;
  private final Trace trace;
  private final Map<EnrollmentId, Enrollment> known = new LinkedHashMap<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private final Promises promises;
  private final Welcome welcome;
  private final Moving moving;
  private Consumer<EnrollmentId> disturbances;
  private final Heard heard;
  private long step;

  Watch(Enrollments stored, Supplier<Optional<Actor>> current, Trace trace, Settled settled) {
    this.stored = stored;
    this.current = current;
    this.trace = trace;
    this.welcome = new Welcome(this);
    this.moving = new Moving(this, settled);
    disturbances = moving::disturbed;
    this.heard = new Heard(this);
    this.promises =
        new Promises(
            List.of(
                new Once(),
                new Quiet(),
                heard,
                moving,
                new Pinned(),
                new Alone(this),
                welcome,
                new Polite(settled),
                new Paced(settled),
                new Told(this)));
  }

  /** What an effect is told from: the arguments of its call. */
  void seen(String method, Object[] args, @Nullable Object answer) {
    step++;
    switch (args.length == 0 ? null : args[0]) {
      case Change change -> look(change.after().id());
      case ClaimRequest request -> look(request.enrollment());
      case Entrance entrance -> entered(entrance);
      case Incoming mail -> {
        mail.enrollments().forEach(this::look);
        heard.seen(method, mail, answer);
      }
      case Enrolled _ -> current.get().ifPresent(actor -> actor.dossierRead = step);
      case null, default -> {
        if (args.length == 2 && args[1] instanceof Suppression && method.equals("save")) {
          welcome.suppressed(String.valueOf(args[0]), step);
        }
      }
    }
  }

  private void entered(Entrance entrance) {
    Change ending = entrance.ending();
    if (ending != null) {
      look(ending.after().id());
    }
    look(entrance.enrollment().id());
  }

  @SuppressWarnings("ReferenceEquality") // The store gives the same object until it is written.
  private void look(EnrollmentId id) {
    Enrollment after = stored.find(id).orElse(null);
    Enrollment before = known.get(id);
    if (after == null || after == before) {
      return;
    }
    known.put(id, after);
    trace.changed(before, after);
    promises.changed(before, after);
  }

  /** SES has accepted a mail. */
  void accepted(Accepted mail) {
    step++;
    accepted.add(mail);
    trace.line(
        mail.enrollment(),
        "SES accepted step %d attempt %d as %s".formatted(mail.step(), mail.attempt(), mail.id()));
    Enrollment e = stored.find(mail.enrollment()).orElseThrow();
    promises.accepted(mail, e);
  }

  /** Time has moved. */
  void moved(Instant now) {
    moving.moved(now);
  }

  /** A fault has hit whoever worked for that enrollment, or for nobody knows which. */
  void disturbed(@Nullable EnrollmentId id) {
    if (id != null && known.containsKey(id)) {
      disturbances.accept(id);
    } else {
      known.keySet().forEach(disturbances);
    }
  }

  /** Has one more told of each fault. */
  void alsoDisturbed(Consumer<EnrollmentId> other) {
    disturbances = disturbances.andThen(other);
  }

  /** Has one more promise look. */
  void also(Promise promise) {
    promises.add(promise);
  }

  /** The same, told in the trace. */
  void faulty(@Nullable EnrollmentId id, String what) {
    trace.line(id, what);
    disturbed(id);
  }

  void quiet() {
    promises.quiet();
  }

  Optional<Enrollment> stored(EnrollmentId id) {
    return stored.find(id);
  }

  Optional<Actor> current() {
    return current.get();
  }

  Collection<Enrollment> known() {
    return known.values();
  }

  List<Accepted> accepted() {
    return accepted;
  }

  Heard heard() {
    return heard;
  }

  Moving moving() {
    return moving;
  }

  long step() {
    return step;
  }

  /** What was accepted, and what the promises remember. */
  List<Object> remembered() {
    return List.of(accepted.stream().map(Accepted::id).toList(), promises.remembered());
  }

  Map<String, Long> checks() {
    return promises.checks();
  }
}
