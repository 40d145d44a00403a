package dev.stepwise.local.openapi;

import dev.stepwise.local.http.Reply;
import dev.stepwise.local.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request and its answer, as they were on the wire. */
public record Exchange(Request request, Reply reply) {
  String text() {
    return new String(reply.body().toArray(), StandardCharsets.UTF_8);
  }

  String requestText() {
    return new String(request.body().toArray(), StandardCharsets.UTF_8);
  }

  Optional<String> answered(String header) {
    return reply.headers().entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(header))
        .map(each -> String.join(",", each.getValue()))
        .findFirst();
  }

  Optional<String> asked(String header) {
    return request.header(header.toLowerCase(Locale.ROOT));
  }

  /** True when the answer is no refusal. */
  boolean isDone() {
    return reply.status() < 400;
  }

  /** The media type of a content type, without parameters. */
  static String mediaType(Optional<String> contentType) {
    return contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The parts of a path that fits the template, decoded, by name; empty when it does not fit. */
  static Optional<Map<String, String>> fit(String template, String path) {
    List<String> wanted = List.of(template.split("/", -1));
    List<String> given = List.of(path.split("/", -1));
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    var parts = new HashMap<String, String>();
    for (int i = 0; i < wanted.size(); i++) {
      var name = wanted.get(i);
      if (name.startsWith("{") && !given.get(i).isEmpty()) {
        parts.put(name.substring(1, name.length() - 1), Request.decodePath(given.get(i)));
      } else if (!Objects.equals(name, given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }
}
