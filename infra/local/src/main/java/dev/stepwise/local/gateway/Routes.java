package dev.stepwise.local.gateway;

import dev.stepwise.local.http.Request;
import dev.stepwise.local.lambda.LocalFunction;
import dev.stepwise.local.template.Trigger;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of the API. Where several match, the one with the fewest parameters is taken. */
final class Routes {
  /** One route with its function and the path's parameters, decoded. */
  record Match(Trigger.Route route, LocalFunction function, Map<String, String> parameters) {}

  private record Entry(Trigger.Route route, LocalFunction function, List<String> segments) {
    long parameterCount() {
      return segments.stream().filter(Entry::isParameter).count();
    }

    static boolean isParameter(String segment) {
      return segment.startsWith("{") && segment.endsWith("}");
    }

    Optional<Match> match(String method, List<String> path) {
      if (path.size() != segments.size()
          || !(route.method().equals("ANY") || route.method().equals(method))) {
        return Optional.empty();
      }
      var parameters = new LinkedHashMap<String, String>();
      for (int i = 0; i < path.size(); i++) {
        var segment = segments.get(i);
        if (isParameter(segment) && !path.get(i).isEmpty()) {
          parameters.put(
              segment.substring(1, segment.length() - 1), Request.decodePath(path.get(i)));
        } else if (!segment.equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(new Match(route, function, parameters));
    }
  }

  private final List<Entry> entries;

  Routes(Collection<LocalFunction> functions) {
    entries =
        functions.stream()
            .flatMap(function ->
                function
                    .spec()
                    .triggers(Trigger.Route.class)
                    .map(route -> new Entry(route, function, segments(route.path()))))
            .sorted(Comparator.comparingLong(Entry::parameterCount))
            .toList();
  }

  Optional<Match> match(String method, String path) {
    var segments = segments(path);
    return entries.stream().flatMap(entry -> entry.match(method, segments).stream()).findFirst();
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
