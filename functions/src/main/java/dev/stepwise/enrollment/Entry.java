package dev.stepwise.enrollment;

import dev.stepwise.sequence.LocalZone;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of a timeline: what happened when, at which step, by whom, and what else to know. */
public record Entry(Instant at, Type type, int step, String by, String detail) {
  /** Who acts when no person does. */
  public static final String ENGINE = "engine";

  private static final String IN = ", ";

  /** What can happen. */
  public enum Type {
    ENROLLED,
    SENT,
    TASK_CREATED,
    TASK_COMPLETED,
    TASK_SKIPPED,
    TASK_RESCHEDULED,
    DELAYED,
    /** It was too late for the step: the detail is what became of it. */
    EXPIRED,
    PAUSED,
    RESUMED,
    SEND_NOW,
    OUTCOME_UNKNOWN,
    OUTCOME_TOLD,
    CONTACT_CHANGED,
    /** A mail came: the detail is its id. */
    HEARD,
    REPLIED,
    AUTO_REPLIED,
    OUT_OF_OFFICE,
    LEFT_COMPANY,
    OPTED_OUT,
    MEETING,
    UNCLEAR_ANSWER,
    /** Our own mail came back. */
    LOOP,
    BOUNCED,
    COMPLAINED,
    /** A report about a mail of ours came as a mail: a read receipt, a bounce, a complaint. */
    REPORTED,
    DELIVERED,
    /** The mail system is still trying to deliver a mail. */
    DELIVERY_DELAYED,
    /** SES accepted a mail and then did not send it. */
    REJECTED,
    OPENED,
    CLICKED,
    FAILED,
    RETRIED,
    STOPPED,
    FINISHED;

    /** The name that the API gives it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The first of a timeline: on which version, and by whose clock. */
  public static Entry enrolled(By by, int step, Version version, LocalZone zone) {
    return by.entry(Type.ENROLLED, step, "version " + version.number() + IN + zone);
  }

  /** An entry that the engine makes. */
  public static Entry of(Instant at, Type type, int step, String detail) {
    return new Entry(at, type, step, ENGINE, detail);
  }

  /** What was appended by writers who did not read: none is before the one above it. */
  public static List<Entry> inOrder(List<Entry> entries) {
    List<Entry> ordered = new ArrayList<>();
    for (Entry entry : entries) {
      ordered.add(ordered.isEmpty() ? entry : entry.notBefore(ordered.getLast().at()));
    }
    return ordered;
  }

  /** The same without what may tell of a person: versions and reasons to stop do not. */
  Entry impersonal() {
    return switch (type) {
      case STOPPED -> this;
      case ENROLLED -> new Entry(at, type, step, by, detail.split(IN, 2)[0]);
      default -> new Entry(at, type, step, by, "");
    };
  }

  /** Writers' clocks differ by a little: a timeline goes forward all the same. */
  Entry notBefore(Instant last) {
    return at.isBefore(last) ? new Entry(last, type, step, by, detail) : this;
  }
}
