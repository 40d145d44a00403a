package dev.stepwise.local.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** infra/openapi.yaml: its operations, and its schemas, which are JSON Schema 2020-12. */
final class Description {
  private static final ObjectMapper JSON = new ObjectMapper();

  static final Description API = new Description(Path.of("../openapi.yaml"));

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Description(Path file) {
    try {
      var yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      document = JSON.valueToTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Place root() {
    return Place.of(document, "");
  }

  /**
   * What a request asks for: the operation, what its path names, and what all of the path share.
   */
  record Found(Place path, Place operation, Map<String, String> parts) {}

  Optional<Found> find(String method, String path) {
    return root()
        .children("paths")
        .flatMap(each ->
            Exchange.fit(each.getKey(), path).stream()
                .flatMap(parts ->
                    each.getValue().child(method.toLowerCase(Locale.ROOT)).stream()
                        .map(operation -> new Found(each.getValue(), operation, parts))))
        .findFirst();
  }

  /** What is wrong with a value by the schema of that place; nothing when there is no schema. */
  List<Error> errors(Place owner, JsonNode value) {
    return owner
        .child("schema")
        .map(schema -> schemas.computeIfAbsent(schema.pointer(), _ -> schema(schema)))
        .map(schema -> schema.validate(value))
        .orElse(List.of());
  }

  /** What is wrong with text that may be a number. */
  List<Error> errors(Place owner, String text) {
    var isNumber = owner.child("schema").orElseThrow().text("type").equals("integer");
    return errors(owner, isNumber ? json(text) : TextNode.valueOf(text));
  }

  /** References within a schema lead to the document's components. */
  private Schema schema(Place place) {
    ObjectNode schema = place.node().deepCopy();
    schema.set("components", Objects.requireNonNull(document.get("components")));
    return registry.getSchema(schema);
  }

  /** The value that the text holds; what is no JSON stands for itself. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
