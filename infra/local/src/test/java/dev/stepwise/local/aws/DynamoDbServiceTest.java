package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbServiceTest {

  @Test
  void the_real_client_writes_reads_and_meets_conditions() {
    try (var local = AwsUnderTest.inMemory();
        var dynamodb = local.dynamodb()) {
      put(dynamodb, "a");

      assertThatThrownBy(() -> put(dynamodb, "a"))
          .isInstanceOfSatisfying(
              ConditionalCheckFailedException.class,
              e -> assertThat(e.item()).containsEntry("pk", text("a")));
      assertThatThrownBy(() -> transact(dynamodb, "b", "a"))
          .isInstanceOf(TransactionCanceledException.class);
      transact(dynamodb, "c", "d");

      assertThat(dynamodb.getItem(g -> g.tableName("table").key(key("c"))).hasItem()).isTrue();
      assertThat(dynamodb.getItem(g -> g.tableName("table").key(key("b"))).hasItem()).isFalse();
    }
  }

  static void put(DynamoDbClient dynamodb, String pk) {
    dynamodb.putItem(p ->
        p.tableName("table")
            .item(key(pk))
            .conditionExpression("attribute_not_exists(pk)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
  }

  static void transact(DynamoDbClient dynamodb, String one, String two) {
    dynamodb.transactWriteItems(t ->
        t.transactItems(
            i -> i.put(p -> p.tableName("table").item(key(one))),
            i ->
                i.put(p ->
                    p.tableName("table")
                        .item(key(two))
                        .conditionExpression("attribute_not_exists(pk)"))));
  }

  static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", text(pk), "sk", text("state"));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
