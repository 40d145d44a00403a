package dev.stepwise.local.aws.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stepwise.local.aws.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** A service on a free port of 127.0.0.1, with its faults in front. */
public final class Endpoint implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());
  private static final int BACKLOG = 512;

  static {
    // Read when the server's class loads: without it, answers on kept connections wait 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final Service service;
  private final Faults faults;
  private final HttpServer server;

  public Endpoint(Service service, Faults faults) {
    this.service = service;
    this.faults = faults;
    this.server = listening();
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static HttpServer listening() {
    try {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      return HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("no port to listen on", e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    // Closing an exchange that has no answer yet cuts the connection.
    try (exchange) {
      var call = Call.of(exchange);
      var operation = service.operation(call);
      var fault = faults.next(service.name(), operation);
      if (fault == Faults.Kind.TIMEOUT_BEFORE) {
        return;
      }
      var answer = fault.endsBefore() ? refused(fault) : handled(operation, call);
      if (fault != Faults.Kind.TIMEOUT_AFTER) {
        write(exchange, answer);
      }
    }
  }

  private Answer refused(Faults.Kind fault) {
    return service.refused(
        fault == Faults.Kind.THROTTLE
            ? service.throttled()
            : new Refusal(500, "InternalFailure", "a fault that was asked for"));
  }

  private Answer handled(String operation, Call call) {
    try {
      return service.handle(operation, call);
    } catch (Refusal e) {
      return service.refused(e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, service.name() + " " + operation + " failed", e);
      return service.refused(new Refusal(500, "InternalFailure", e.toString()));
    }
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    var body = answer.body();
    var head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), body.isEmpty() || head ? -1 : body.size());
    if (!body.isEmpty() && !head) {
      exchange.getResponseBody().write(body.toArray());
    }
  }
}
