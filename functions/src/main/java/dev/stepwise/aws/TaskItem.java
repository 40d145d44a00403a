package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.Step;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codec of tasks. Sender, state and due time stand in the index keys only. */
final class TaskItem {
  private static final int FORMAT = 1;
  private static final String CONTACT = "c";
  private static final String KIND = "k";
  private static final String TITLE = "t";
  private static final String AT = "at";

  private TaskItem() {}

  static Map<String, AttributeValue> write(Task task) {
    return ItemWriter.at(Key.task(task.id()), FORMAT)
        .text(CONTACT, task.contact().value())
        .text(KIND, task.kind().wire())
        .text(TITLE, task.title())
        .instant(AT, task.createdAt())
        .text(EnrollmentIndexes.SENDER_KEY, key(task.sender(), task.state()))
        .text(EnrollmentIndexes.SENDER_SORT, sort(task.id(), task.dueAt()))
        .done();
  }

  static Task read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    String key = item.text(EnrollmentIndexes.SENDER_KEY);
    int bar = key.lastIndexOf('#');
    return new Task(
        new TaskId(item.text(Key.PK).substring(Key.PREFIX)),
        new EmailAddress(item.text(CONTACT)),
        new EmailAddress(key.substring(Key.PREFIX, bar)),
        StateText.constant(item, Step.Kind.class, item.text(KIND)),
        item.text(TITLE),
        StateText.constant(item, Task.State.class, key.substring(bar + 1)),
        Sort.instant(item.text(EnrollmentIndexes.SENDER_SORT)),
        item.instant(AT));
  }

  static String key(EmailAddress sender, Task.State state) {
    return "T#" + sender + "#" + state.wire();
  }

  static String sort(TaskId id, Instant dueAt) {
    return Sort.millis(dueAt) + "#" + id;
  }

  /** The task moves to another state, unread. */
  static Expression closing(EmailAddress sender, Task.State state) {
    return Expression.of("SET #sndKey = :key").with("key", key(sender, state));
  }

  /** The task tells of nobody any longer, unread. */
  static Expression erasing(EmailAddress nobody) {
    return Expression.of("SET #c = :contact, #t = :title")
        .with("contact", nobody.value())
        .with("title", "erased");
  }

  /** The task is due at another time, unread. */
  static Expression rescheduling(TaskId id, Instant dueAt) {
    return Expression.of("SET #sndSort = :sort").with("sort", sort(id, dueAt));
  }
}
