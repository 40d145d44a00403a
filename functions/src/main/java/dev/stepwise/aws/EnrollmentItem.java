package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Claim;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.Holds;
import dev.stepwise.enrollment.MailThread;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.task.TaskId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The codec of enrollments. Names are short and entries compact because a write costs a unit for
 * each KB; what the indexes project keeps its long name.
 */
final class EnrollmentItem {
  static final String REVISION = "rv";
  static final String ATTEMPT = "at";
  static final String STATE = "st";
  static final String CLAIM = "ci";
  static final String CLAIM_STEP = "cs";
  static final String CLAIM_ATTEMPT = "ca";
  static final String CLAIM_SINCE = "ct";
  private static final String CLAIM_MESSAGE = "cm";
  static final String SEQUENCE = "sequence";
  static final String VERSION = "version";
  static final String STEP = "step";
  static final String GENERATION = "generation";
  private static final int FORMAT = 1;
  private static final String OVERRIDDEN = "ov";
  private static final String SLOTS = "sl";
  private static final String THREAD = "th";
  private static final String TASKS = "ot";
  static final String TIMELINE = "tl";
  static final String READING = "rd";
  private static final String HELD_UNTIL = "hu";

  private EnrollmentItem() {}

  static Map<String, AttributeValue> write(Enrollment e) {
    Enrolled facts = e.facts();
    ItemWriter item =
        ItemWriter.at(Key.enrollment(e.id()), FORMAT)
            .text(SEQUENCE, facts.sequence().value())
            .number(VERSION, facts.version())
            .number(OVERRIDDEN, facts.overridden() ? 1 : null)
            .number(REVISION, e.revision())
            .number(GENERATION, e.generation())
            .number(ATTEMPT, e.attempt())
            .number(STEP, step(e))
            .text(SLOTS, SlotsText.write(facts.slots()))
            .text(STATE, StateText.write(e.state()))
            .text(THREAD, thread(e.thread()))
            .texts(TIMELINE, e.timeline().stream().map(EntryText::write).toList());
    if (!e.openTasks().isEmpty()) {
      item.text(TASKS, String.join(",", e.openTasks().stream().map(t -> "" + t.step()).toList()));
    }
    holds(item, e.holds());
    Claim claim = e.claim();
    if (claim != null) {
      item.text(CLAIM, claim.id())
          .number(CLAIM_STEP, claim.step())
          .number(CLAIM_ATTEMPT, claim.attempt())
          .instant(CLAIM_SINCE, claim.since())
          .text(CLAIM_MESSAGE, claim.messageId());
    }
    EnrollmentIndexes.write(item, e);
    return item.done();
  }

  static Enrollment read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    Enrolled facts =
        new Enrolled(
            id(item),
            new SequenceId(item.text(SEQUENCE)),
            item.number(VERSION),
            new EmailAddress(item.text(EnrollmentIndexes.CONTACT)),
            EnrollmentIndexes.sender(item),
            item.instant(EnrollmentIndexes.CREATED),
            item.has(OVERRIDDEN),
            SlotsText.read(item, item.textOrNull(SLOTS)));
    return new Enrollment(
        facts,
        item.number(REVISION),
        item.number(GENERATION),
        item.number(ATTEMPT),
        StateText.read(item, facts.id()),
        claim(item),
        thread(item),
        tasks(item, facts.id()),
        holds(item),
        Entry.inOrder(
            item.texts(TIMELINE).stream().map(entry -> EntryText.read(item, entry)).toList()));
  }

  private static void holds(ItemWriter item, Holds holds) {
    Instant until = holds.until();
    if (!holds.reading().isEmpty()) {
      item.put(READING, AttributeValue.fromSs(List.copyOf(holds.reading())));
    }
    if (until != null) {
      item.instant(HELD_UNTIL, until);
    }
  }

  private static Holds holds(Item item) {
    AttributeValue reading = item.attributes().get(READING);
    return new Holds(
        new TreeSet<>(reading == null ? List.of() : reading.ss()),
        item.has(HELD_UNTIL) ? item.instant(HELD_UNTIL) : null);
  }

  /** The id in the key of an item or of an index entry. */
  static EnrollmentId id(Item item) {
    return new EnrollmentId(item.text(Key.PK).substring(Key.PREFIX));
  }

  /** The next step; that of the claim where no step comes next. */
  private static @Nullable Integer step(Enrollment e) {
    Claim claim = e.claim();
    return e.step().orElse(claim == null ? null : claim.step());
  }

  private static @Nullable Claim claim(Item item) {
    return item.has(CLAIM)
        ? new Claim(
            item.text(CLAIM),
            item.number(CLAIM_STEP),
            item.number(CLAIM_ATTEMPT),
            item.instant(CLAIM_SINCE),
            item.has(CLAIM_MESSAGE) ? item.text(CLAIM_MESSAGE) : null)
        : null;
  }

  private static @Nullable String thread(@Nullable MailThread thread) {
    return thread == null ? null : thread.root() + "|" + thread.subject();
  }

  private static @Nullable MailThread thread(Item item) {
    if (!item.has(THREAD)) {
      return null;
    }
    String[] parts = item.text(THREAD).split("\\|", 2);
    if (parts.length != 2) {
      throw item.unreadable("thread");
    }
    return new MailThread(StateText.number(item, parts[0]), parts[1]);
  }

  /** An open task is of its own enrollment, so that its step says all. */
  private static List<TaskId> tasks(Item item, EnrollmentId id) {
    return item.has(TASKS)
        ? Arrays.stream(item.text(TASKS).split(","))
            .map(step -> TaskId.of(id.value(), StateText.number(item, step)))
            .toList()
        : List.of();
  }
}
