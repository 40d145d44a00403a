package dev.stepwise.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stepwise.local.bytes.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on the loopback address. The port is taken when it is made, so that the URL is
 * known before anything answers; requests wait until {@link #start}.
 */
public final class LocalServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LocalServer.class.getName());

  /** What API Gateway takes at most. */
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final int BACKLOG = 1024;

  static {
    // Without it each small answer waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Takes a port; 0 is any free one. */
  public LocalServer(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    server = HttpServer.create(address, BACKLOG);
    server.setExecutor(threads);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Starts to answer: each request goes to the endpoint of the longest prefix of its path. */
  public void start(Map<String, Endpoint> endpoints) {
    endpoints.forEach(
        (prefix, endpoint) -> server.createContext(prefix, exchange -> answer(exchange, endpoint)));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        // Read to the end: a client still writing would see a reset instead of the answer.
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        send(exchange, Reply.message(413, "Request Entity Too Large"));
        return;
      }
      send(exchange, safely(endpoint, request(exchange, body)));
    }
  }

  private static Reply safely(Endpoint endpoint, Request request) {
    try {
      return endpoint.answer(request);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, request.method() + " " + request.path() + " failed", e);
      return Reply.message(500, "Internal Server Error");
    }
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    var headers = new HashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    var uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        Objects.requireNonNullElse(uri.getRawQuery(), ""),
        headers,
        Bytes.of(body),
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        exchange.getProtocol());
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    var bodiless =
        reply.body().isEmpty()
            || exchange.getRequestMethod().equals("HEAD")
            || reply.status() == 204
            || reply.status() == 304;
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().size());
    if (!bodiless) {
      exchange.getResponseBody().write(reply.body().toArray());
    }
  }
}
