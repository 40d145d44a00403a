package dev.stepwise.lambda.http;

import dev.stepwise.memory.Memory;
import dev.stepwise.usecase.Authority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests with a body, and what is said of them. */
public final class Requests {
  private Requests() {}

  /** An admin's request with this JSON; single quotes stand for double ones. */
  public static Request json(String body) {
    return request("application/json", body.replace('\'', '"'));
  }

  static Request request(String contentType, @Nullable String body) {
    Authority admin = new Authority("admin", true, new Memory(new Random(1)).senders());
    return new Request(
        "POST /x",
        admin,
        Map.of(),
        Map.of(),
        Map.of("content-type", contentType),
        body,
        () -> Duration.ofMinutes(1));
  }

  /** The reply that refuses a body, or null when it is taken. */
  public static @Nullable Reply refusal(Request request, Function<Fields, ?> reader) {
    try {
      request.body(reader::apply);
      return null;
    } catch (RefusedException refused) {
      return refused.reply();
    }
  }

  /** The fields that a reply names. */
  public static List<String> fields(@Nullable Reply reply) {
    if (reply == null
        || !(reply.body() instanceof Map<?, ?> problem)
        || !(problem.get("errors") instanceof List<?> errors)) {
      return List.of();
    }
    return errors.stream().map(e -> String.valueOf(((Map<?, ?>) e).get("field"))).toList();
  }
}
