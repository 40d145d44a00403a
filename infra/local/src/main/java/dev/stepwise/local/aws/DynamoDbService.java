package dev.stepwise.local.aws;

import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Skeleton. */
public final class DynamoDbService {
  /** Creates the table unless it is there already. */
  public void create(CreateTableRequest table) {}
}
