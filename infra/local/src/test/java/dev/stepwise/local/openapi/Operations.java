package dev.stepwise.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The operations of infra/openapi.yaml, each with what it gives as an example. */
public final class Operations {
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");

  private Operations() {}

  /**
   * One operation.
   *
   * @param path with its parameters in braces
   * @param headers those that are required, as in the examples
   * @param body the first example of a JSON body, or nothing
   */
  public record Operation(String method, String path, Map<String, String> headers, String body) {
    /** The route as API Gateway names it. */
    public String route() {
      return method + " " + path;
    }

    @Override
    public String toString() {
      return route();
    }
  }

  /** Those that need a token. */
  public static List<Operation> withToken() {
    return Description.API
        .root()
        .children("paths")
        .flatMap(path ->
            path.getValue()
                .node()
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(METHODS::contains)
                .filter(method ->
                    path.getValue().child(method).orElseThrow().child("security").isEmpty())
                .map(method -> operation(path.getKey(), path.getValue(), method)))
        .toList();
  }

  private static Operation operation(String path, Place shared, String method) {
    Place operation = shared.child(method).orElseThrow();
    Map<String, String> headers = new LinkedHashMap<>();
    Stream.concat(shared.items("parameters"), operation.items("parameters"))
        .filter(each -> each.text("in").equals("header") && each.isTrue("required"))
        .forEach(each -> headers.put(each.text("name"), each.text("example")));
    return new Operation(method.toUpperCase(Locale.ROOT), path, headers, body(operation));
  }

  private static String body(Place operation) {
    return operation.child("requestBody").stream()
        .flatMap(body -> body.children("content"))
        .filter(content -> content.getKey().equals("application/json"))
        .flatMap(content -> content.getValue().children("examples"))
        .map(example -> example.getValue().node().get("value"))
        .map(JsonNode::toString)
        .findFirst()
        .orElse("");
  }
}
