package dev.stepwise.local.gateway;

import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.http.Reply;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a function's answer, payload format 2.0; empty when it is malformed. */
final class HttpAnswers {
  private HttpAnswers() {}

  static Optional<Reply> read(byte[] answer) {
    try {
      return Json.object(answer)
          .filter(fields -> isStatus(fields.get("statusCode")))
          .map(fields -> new Reply(status(fields), headers(fields), Bytes.of(body(fields))));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what claims to be Base64 is not
    }
  }

  private static boolean isStatus(@Nullable Object value) {
    return value instanceof Integer status && status >= 200 && status < 600;
  }

  private static int status(JsonObject fields) {
    return (Integer) Objects.requireNonNull(fields.get("statusCode"));
  }

  private static Map<String, List<String>> headers(JsonObject fields) {
    var headers = new LinkedHashMap<String, List<String>>();
    fields
        .object("headers")
        .fields()
        .forEach((name, value) -> headers.put(name, List.of(String.valueOf(value))));
    if (fields.get("cookies") instanceof List<?> cookies && !cookies.isEmpty()) {
      headers.put("set-cookie", cookies.stream().map(String::valueOf).toList());
    }
    return headers;
  }

  private static byte[] body(JsonObject fields) {
    var body = fields.text("body");
    return Boolean.TRUE.equals(fields.get("isBase64Encoded"))
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
