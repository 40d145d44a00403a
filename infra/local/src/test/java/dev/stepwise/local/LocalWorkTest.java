package dev.stepwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.local.handlers.WorkHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Queues and sweeps at work. */
class LocalWorkTest {
  private static final Running RUNNING = new Running();

  @BeforeEach
  void forget() {
    // What another test made fail would come back in this one.
    RUNNING.system.aws().sqs().purge("stepwise-Work");
    RUNNING.system.aws().sqs().purge("stepwise-Dead");
    WorkHandler.SEEN.clear();
  }

  @AfterAll
  static void end() {
    RUNNING.close();
  }

  @Test
  void worked_messages_go_and_failed_ones_come_back() throws Exception {
    var sqs = RUNNING.system.aws().sqs();
    for (var body : List.of("fail", "a", "b")) {
      sqs.send("stepwise-Work", body, Duration.ZERO);
    }
    RUNNING.advance("PT0S");
    assertThat(WorkHandler.SEEN).containsExactlyInAnyOrder("a@1", "b@1", "fail@1");

    RUNNING.advance("PT3M");
    RUNNING.advance("PT10M");

    assertThat(WorkHandler.SEEN)
        .containsExactlyInAnyOrder("a@1", "b@1", "fail@1", "fail@2", "fail@3");
    assertThat(sqs.nextVisible("stepwise-Work")).isEmpty();
    assertThat(sqs.receive("stepwise-Dead", 10, RUNNING.system.clock().now())).hasSize(1);
  }

  @Test
  void an_exception_fails_the_whole_batch() throws Exception {
    var sqs = RUNNING.system.aws().sqs();
    try (var still = RUNNING.system.agenda().request()) {
      sqs.send("stepwise-Work", "throw", Duration.ZERO);
      sqs.send("stepwise-Work", "other", Duration.ZERO);
    }

    RUNNING.advance("PT3M");

    assertThat(WorkHandler.SEEN)
        .contains("throw@1", "throw@2", "other@1")
        .doesNotContain("throw@3");
  }

  @Test
  void a_sweep_runs_in_a_jump_only_where_something_is_overdue() throws Exception {
    var now = RUNNING.now();
    try (var dynamodb = DynamoDbClient.create()) {
      put(dynamodb, now.plus(Duration.ofHours(2)).toEpochMilli());
      RUNNING.advance("PT1H");
      assertThat(WorkHandler.SEEN).isEmpty();

      RUNNING.advance("PT70M");

      assertThat(WorkHandler.SEEN).isNotEmpty().containsOnly("aws.events");
      dynamodb.deleteItem(
          delete -> delete.tableName("stepwise-Table").key(Map.of("pk", text("x"))));
    }
  }

  private static void put(DynamoDbClient dynamodb, long due) {
    dynamodb.putItem(put ->
        put.tableName("stepwise-Table")
            .item(
                Map.of(
                    "pk", text("x"),
                    "dueShard", text("1"),
                    "due", AttributeValue.fromN(String.valueOf(due)))));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
