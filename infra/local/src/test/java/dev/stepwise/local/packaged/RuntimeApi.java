package dev.stepwise.local.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's side of a function: hands out events and takes answers
 * (docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 */
final class RuntimeApi implements AutoCloseable {
  private static final String BASE = "/2018-06-01/runtime/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a function made of an event; of a failure the error's description. */
  record Outcome(boolean failed, String body) {}

  private final HttpServer server;
  private final Duration timeout;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private volatile boolean restored;

  /** Serves one function with that time limit. */
  RuntimeApi(Duration timeout) throws IOException {
    this.timeout = timeout;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(BASE, this::serve);
    server.start();
  }

  /** What AWS_LAMBDA_RUNTIME_API says. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Has one event worked. */
  Outcome work(String event) {
    events.add(event);
    try {
      Outcome outcome = outcomes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return outcome == null ? new Outcome(true, "nothing came in " + PATIENCE) : outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether the function has said that a snapshot can be taken of it. */
  boolean wasRestored() {
    return restored;
  }

  /** The function's process is no more. */
  void ended(int status) {
    outcomes.add(new Outcome(true, "the process ended with " + status));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(BASE.length());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (path.equals("invocation/next")) {
      next(exchange);
    } else if (path.equals("restore/next")) {
      restored = true;
      answer(exchange, 200, "{}");
    } else {
      // invocation/{id}/response, invocation/{id}/error, init/error
      outcomes.add(new Outcome(path.endsWith("/error"), body));
      answer(exchange, 202, "{\"status\":\"OK\"}");
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    try {
      String event = events.take();
      var headers = exchange.getResponseHeaders();
      headers.add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
      headers.add(
          "Lambda-Runtime-Deadline-Ms", String.valueOf(Instant.now().plus(timeout).toEpochMilli()));
      headers.add(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:us-east-1:000000000000:function:packaged");
      answer(exchange, 200, event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
