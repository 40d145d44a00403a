package dev.stepwise.local.aws.http;

import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.store.Json;
import java.util.HashMap;
import java.util.Map;

/** What a service answers. */
public record Answer(int status, Map<String, String> headers, Bytes body) {
  /** 200 with a JSON body. */
  public static Answer json(Object body) {
    return json(200, body);
  }

  /** A JSON body under a status. */
  public static Answer json(int status, Object body) {
    return new Answer(
        status, Map.of("Content-Type", "application/json"), Bytes.of(Json.bytes(body)));
  }

  /** A status alone. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), Bytes.EMPTY);
  }

  /** The same with one more header, or another value of one. */
  public Answer with(String name, String value) {
    var all = new HashMap<>(headers);
    all.put(name, value);
    return new Answer(status, all, body);
  }
}
