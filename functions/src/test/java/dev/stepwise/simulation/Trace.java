package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happened, in lines for people; a run that nobody reads keeps none. */
final class Trace {
  private record Line(@Nullable EnrollmentId enrollment, String text) {}

  private final boolean kept;
  private final List<Line> lines = new ArrayList<>();
  private final Supplier<Instant> clock;
  private final Supplier<String> actor;
  private long print = 17;

  Trace(boolean kept, Supplier<Instant> clock, Supplier<String> actor) {
    this.kept = kept;
    this.clock = clock;
    this.actor = actor;
  }

  void changed(@Nullable Enrollment before, Enrollment after) {
    print = 31 * print + after.revision() + 7L * after.generation() + clock.get().toEpochMilli();
    if (kept) {
      int old = before == null ? 0 : before.timeline().size();
      List<String> news =
          after
              .timeline()
              .subList(Math.min(old, after.timeline().size()), after.timeline().size())
              .stream()
              .map(Trace::text)
              .toList();
      line(
          after.id(),
          "r%d g%d a%d %s claim=%s reading=%s %s"
              .formatted(
                  after.revision(),
                  after.generation(),
                  after.attempt(),
                  after.state(),
                  after.claim(),
                  after.holds().reading(),
                  news));
    }
  }

  private static String text(Entry entry) {
    return entry.type() + " " + entry.step() + " " + entry.detail();
  }

  /** One line, about that enrollment or about none. */
  void line(@Nullable EnrollmentId enrollment, String text) {
    if (kept) {
      lines.add(new Line(enrollment, clock.get() + " [" + actor.get() + "] " + text));
    }
  }

  /** What concerns that enrollment. */
  List<String> of(EnrollmentId id) {
    return lines.stream()
        .filter(line -> line.enrollment() == null || Objects.equals(line.enrollment(), id))
        .map(Line::text)
        .toList();
  }

  List<String> all() {
    return lines.stream().map(Line::text).toList();
  }

  /** A number that two runs share only if they went the same way. */
  long print() {
    return print;
  }
}
