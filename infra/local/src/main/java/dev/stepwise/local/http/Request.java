package dev.stepwise.local.http;

import dev.stepwise.local.bytes.Bytes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request, read whole. Header names are in lower case, path and query as they were sent.
 */
public record Request(
    String method,
    String path,
    String rawQuery,
    Map<String, List<String>> headers,
    Bytes body,
    String sourceIp,
    String protocol) {

  /** The values of a header, joined by commas. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
  }

  /** The query's parameters, decoded; values of one name are joined by commas. */
  public Map<String, String> query() {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        var parts = pair.split("=", 2);
        var value = parts.length == 2 ? decode(parts[1]) : "";
        parameters.merge(decode(parts[0]), value, (a, b) -> a + "," + b);
      }
    }
    return parameters;
  }

  /** Percent-decodes; text that is not valid stays as it is. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Percent-decodes a part of a path, in which a plus stands for itself. */
  public static String decodePath(String part) {
    return decode(part.replace("+", "%2B"));
  }
}
