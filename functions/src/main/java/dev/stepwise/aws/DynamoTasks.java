package dev.stepwise.aws;

import dev.stepwise.Page;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import dev.stepwise.task.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Tasks in the table; an index lists a sender's by state and due time. */
record DynamoTasks(Table table) implements Tasks {
  private static final String INDEX = "bySender";
  private static final int PAGE = 50;

  @Override
  public Optional<Task> find(TaskId id) {
    return table.get(Key.task(id)).map(TaskItem::read);
  }

  @Override
  public Page<Task> list(Query query, @Nullable String cursor) {
    List<String> place = Cursor.read("tasks " + query, cursor, 2);
    QueryResponse answer = table.query(r -> ask(r, query, place));
    List<Key> keys = answer.items().stream().map(Item::new).map(Key::of).toList();
    Map<Key, Item> items = table.getAllLagging(keys);
    List<Task> tasks =
        keys.stream()
            .map(items::get)
            .filter(Objects::nonNull)
            .map(TaskItem::read)
            .filter(query::matches)
            .toList();
    return new Page<>(tasks, answer.hasLastEvaluatedKey() ? next(query, answer) : null);
  }

  private static QueryRequest.Builder ask(
      QueryRequest.Builder request, Query query, List<String> place) {
    Expression wanted =
        Expression.of("#sndKey = :key AND #sndSort < :before")
            .with("key", TaskItem.key(query.sender(), query.state()))
            .with("before", Sort.millis(query.dueBefore()));
    if (!place.isEmpty()) {
      request.exclusiveStartKey(start(query, place));
    }
    return request
        .indexName(INDEX)
        .keyConditionExpression(wanted.text())
        .expressionAttributeNames(wanted.names())
        .expressionAttributeValues(wanted.values())
        .limit(PAGE);
  }

  private static Map<String, AttributeValue> start(Query query, List<String> place) {
    Map<String, AttributeValue> start =
        new HashMap<>(Key.task(new TaskId(place.get(1))).attributes());
    start.put(
        EnrollmentIndexes.SENDER_KEY,
        AttributeValue.fromS(TaskItem.key(query.sender(), query.state())));
    start.put(EnrollmentIndexes.SENDER_SORT, AttributeValue.fromS(place.get(0)));
    return start;
  }

  private static String next(Query query, QueryResponse answer) {
    Item last = new Item(answer.lastEvaluatedKey());
    return Cursor.write(
        "tasks " + query,
        last.text(EnrollmentIndexes.SENDER_SORT),
        last.text(Key.PK).substring(Key.PREFIX));
  }
}
