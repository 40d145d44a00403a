package dev.stepwise.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A place in the description; references that lead on from it have been followed. */
record Place(JsonNode document, String pointer) {
  static Place of(JsonNode document, String pointer) {
    var there = document.at(pointer);
    return there.path("$ref").isTextual()
        ? of(document, there.get("$ref").asText().substring(1))
        : new Place(document, pointer);
  }

  JsonNode node() {
    return document.at(pointer);
  }

  Optional<Place> child(String name) {
    return node().has(name)
        ? Optional.of(of(document, pointer + "/" + name.replace("~", "~0").replace("/", "~1")))
        : Optional.empty();
  }

  /** Every field of that child, by name. */
  Stream<Map.Entry<String, Place>> children(String name) {
    return child(name).stream()
        .flatMap(child ->
            child
                .node()
                .propertyStream()
                .map(
                    field -> Map.entry(field.getKey(), child.child(field.getKey()).orElseThrow())));
  }

  /** Every item of that list. */
  Stream<Place> items(String name) {
    return child(name).stream()
        .flatMap(child ->
            Stream.iterate(0, i -> i < child.node().size(), i -> i + 1)
                .map(i -> of(document, child.pointer + "/" + i)));
  }

  boolean isTrue(String name) {
    return node().path(name).asBoolean();
  }

  String text(String name) {
    return node().path(name).asText();
  }
}
