package dev.stepwise.lambda.http;

import dev.stepwise.Bytes;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request from anybody. Its body is the very bytes that were sent, for signatures are over those;
 * a missing one is empty.
 */
public record OpenRequest(
    String route,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    Bytes body,
    Supplier<Duration> timeLeft) {

  /** A part of the path, decoded; empty when the route has none of that name. */
  public String path(String name) {
    return path.getOrDefault(name, "");
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
