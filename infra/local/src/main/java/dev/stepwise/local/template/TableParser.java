package dev.stepwise.local.template;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/** Keys and indexes of a table. Back-ups, encryption and streams have no meaning locally. */
final class TableParser {
  private final Resolver resolver;
  private final String where;

  TableParser(Resolver resolver, String where) {
    this.resolver = resolver;
    this.where = where;
  }

  CreateTableRequest parse(String name, Value properties) {
    var request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                list(properties, "AttributeDefinitions").stream().map(this::attribute).toList())
            .keySchema(keys(properties));
    var indexes = list(properties, "GlobalSecondaryIndexes").stream().map(this::index).toList();
    return indexes.isEmpty() ? request.build() : request.globalSecondaryIndexes(indexes).build();
  }

  private List<Value> list(Value properties, String name) {
    return resolver.resolve(properties.field(name), where + "." + name).items();
  }

  private AttributeDefinition attribute(Value value) {
    return AttributeDefinition.builder()
        .attributeName(text(value, "AttributeName"))
        .attributeType(text(value, "AttributeType"))
        .build();
  }

  private List<KeySchemaElement> keys(Value owner) {
    return list(owner, "KeySchema").stream()
        .map(key ->
            KeySchemaElement.builder()
                .attributeName(text(key, "AttributeName"))
                .keyType(text(key, "KeyType"))
                .build())
        .toList();
  }

  private GlobalSecondaryIndex index(Value index) {
    return GlobalSecondaryIndex.builder()
        .indexName(text(index, "IndexName"))
        .keySchema(keys(index))
        .projection(projection(index.field("Projection")))
        .build();
  }

  private Projection projection(Value value) {
    var projection = Projection.builder().projectionType(text(value, "ProjectionType"));
    var others = list(value, "NonKeyAttributes");
    return others.isEmpty()
        ? projection.build()
        : projection
            .nonKeyAttributes(others.stream().map(name -> resolver.text(name, where)).toList())
            .build();
  }

  private String text(Value owner, String name) {
    return resolver.text(owner.field(name), where + "." + name);
  }
}
