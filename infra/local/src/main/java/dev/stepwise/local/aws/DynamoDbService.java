package dev.stepwise.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local in this process, on 127.0.0.1 only, with faults in front. */
public final class DynamoDbService {
  private static final String ANY_KEY = "local";
  private static final String REGION = "us-east-1";
  private static final int MAX_THREADS = 64;

  private final DynamoDBRequestHandler requests;
  private final Server server;
  private final URI uri;

  DynamoDbService(Faults faults, Optional<Path> data) {
    requests = requests(data.map(directory -> made(directory.resolve("dynamodb"))));
    // Its own server binds every interface and reports usage; its handler alone does neither.
    var wire = new LocalDynamoDBServerHandler(requests, null);
    server = new Server(threads());
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new DynamoDbFaults(wire, faults));
    start();
    uri = URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Creates the table unless it is there already. */
  public void create(CreateTableRequest table) {
    var there = requests.listTables(ANY_KEY, REGION, ListTablesRequest.builder().build());
    if (!there.tableNames().contains(table.tableName())) {
      var _ = requests.createTable(ANY_KEY, REGION, table);
    }
  }

  URI uri() {
    return uri;
  }

  void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
    requests.shutdown();
  }

  private static DynamoDBRequestHandler requests(Optional<Path> directory) {
    return directory.isEmpty()
        ? new LocalDynamoDBRequestHandler(0, true, noPath(), true, false)
        : new DurableTransactions(directory.get());
  }

  @SuppressWarnings("NullAway") // DynamoDB Local wants no path for a database in memory.
  private static @Nullable String noPath() {
    return null;
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory, e);
    }
  }

  private static QueuedThreadPool threads() {
    var threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("dynamodb");
    threads.setDaemon(true);
    return threads;
  }

  private void start() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }
}
