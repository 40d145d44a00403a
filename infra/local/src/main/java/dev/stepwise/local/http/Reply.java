package dev.stepwise.local.http;

import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An HTTP answer. */
public record Reply(int status, Map<String, List<String>> headers, Bytes body) {

  public static Reply json(int status, Object body) {
    return of(status, "application/json", Json.bytes(body));
  }

  /** A refusal as API Gateway words it. */
  public static Reply message(int status, String message) {
    return json(status, Map.of("message", message));
  }

  /** A refusal as a problem document (RFC 9457). */
  public static Reply problem(int status, String title, String detail) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    return of(status, "application/problem+json", Json.bytes(problem));
  }

  public Reply with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, List.of(value));
    return new Reply(status, all, body);
  }

  private static Reply of(int status, String type, byte[] body) {
    return new Reply(status, Map.of("content-type", List.of(type)), Bytes.of(body));
  }
}
