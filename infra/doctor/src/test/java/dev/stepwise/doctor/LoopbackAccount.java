package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An AWS account with a deployed stack, for the SDK's own clients: each call's answer is a text
 * that can be changed. It begins with everything as it should be.
 */
final class LoopbackAccount implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper CBOR = new CBORMapper();

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  LoopbackAccount() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
    GoodAccount.answers(url()).forEach(answers::put);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** In that call's answer says one thing in the place of another. */
  void change(String call, String from, String to) {
    String answer = Objects.requireNonNull(answers.get(call), call);
    assertThat(answer).contains(from);
    answers.put(call, answer.replace(from, to));
  }

  /** That call is refused from now on. */
  void refuse(String call) {
    assertThat(answers.remove(call)).isNotNull();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String call = call(exchange, body);
    String answer = answers.get(call);
    boolean cbor = exchange.getRequestHeaders().containsKey("smithy-protocol");
    if (cbor) {
      exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
      exchange.getResponseHeaders().add("content-type", "application/cbor");
    }
    if (answer == null) {
      boolean unknown = call.startsWith("GET /v2/email/identities/");
      String code = unknown ? "NotFoundException" : "AccessDenied";
      exchange.getResponseHeaders().add("x-amzn-ErrorType", code);
      String refusal =
          "<ErrorResponse><Error><Code>" + code + "</Code><Message/></Error></ErrorResponse>";
      answer(exchange, unknown ? 404 : 403, refusal.getBytes(StandardCharsets.UTF_8));
    } else {
      answer(
          exchange,
          200,
          cbor
              ? CBOR.writeValueAsBytes(JSON.readTree(answer))
              : answer.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What is asked: an action and what it is about, or a method and a path. */
  private static String call(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    if (path.contains("/operation/")) {
      return path.replaceFirst(".*/operation/", "");
    }
    Map<String, String> form = form(body);
    return form.containsKey("Action")
        ? Stream.of("Action", "StackName", "TopicArn")
            .map(form::get)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "))
        : exchange.getRequestMethod() + " " + path;
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }
}
