package dev.stepwise.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One function of the template.
 *
 * @param name its logical id
 * @param handler its handler class
 * @param onFailure the queue that gets events which failed in every try
 */
public record FunctionSpec(
    String name,
    String handler,
    Duration timeout,
    Map<String, String> environment,
    List<Trigger> triggers,
    Optional<String> onFailure) {

  public <T extends Trigger> Stream<T> triggers(Class<T> kind) {
    return triggers.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether it answers the route of that key, such as {@code GET /tasks}. */
  public boolean serves(String routeKey) {
    return triggers(Trigger.Route.class).anyMatch(route -> route.key().equals(routeKey));
  }
}
