package dev.stepwise.local.contract;

import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table as template.yaml declares it. */
public final class StoreTable {
  private static final Projection KEYS =
      Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build();
  private static final Projection DUE =
      Projection.builder()
          .projectionType(ProjectionType.INCLUDE)
          .nonKeyAttributes("sequence", "version", "step", "generation")
          .build();

  private StoreTable() {}

  public static CreateTableRequest named(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            Stream.of(
                    text("pk"),
                    text("sk"),
                    text("dueShard"),
                    number("due"),
                    text("seqKey"),
                    text("seqSort"),
                    text("sndKey"),
                    text("sndSort"),
                    text("contact"),
                    number("created"))
                .toList())
        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
        .globalSecondaryIndexes(
            index("due", "dueShard", "due", DUE),
            index("bySequence", "seqKey", "seqSort", KEYS),
            index("bySender", "sndKey", "sndSort", KEYS),
            index("byContact", "contact", "created", KEYS))
        .build();
  }

  private static GlobalSecondaryIndex index(
      String name, String hash, String range, Projection projection) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(hash, KeyType.HASH), key(range, KeyType.RANGE))
        .projection(projection)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static AttributeDefinition number(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.N)
        .build();
  }
}
