package dev.stepwise.local.aws.http;

import com.sun.net.httpserver.HttpExchange;
import dev.stepwise.local.bytes.Bytes;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request as a service sees it; header names in lower case, path and query decoded. */
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Bytes body) {

  static Call of(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(lower(name), String.join(",", values)));
    var uri = exchange.getRequestURI();
    return new Call(
        exchange.getRequestMethod(),
        decode(uri.getRawPath().replace("+", "%2B")),
        query(Optional.ofNullable(uri.getRawQuery()).orElse("")),
        headers,
        Bytes.of(exchange.getRequestBody().readAllBytes()));
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static Map<String, String> query(String raw) {
    var query = new TreeMap<String, String>();
    for (var pair : raw.split("&", -1)) {
      var equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
