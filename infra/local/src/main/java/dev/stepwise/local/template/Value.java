package dev.stepwise.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as the template writes it, functions not yet resolved. Scalars are kept as text. */
sealed interface Value {
  record Text(String text) implements Value {}

  record Items(List<Value> values) implements Value {}

  record Fields(Map<String, Value> values) implements Value {}

  /** A CloudFormation function in its short form, such as {@code !Ref Table}. */
  record Call(String function, Value argument) implements Value {}

  /** The field of that name, or an empty map where there is none or this is no map. */
  default Value field(String name) {
    return fields().getOrDefault(name, new Fields(Map.of()));
  }

  default Map<String, Value> fields() {
    return this instanceof Fields(var fields) ? fields : Map.of();
  }

  default List<Value> items() {
    return this instanceof Items(var items) ? items : List.of();
  }

  /** Texts, lists and maps in place of values, once all functions are resolved. */
  default Object plain() {
    return switch (this) {
      case Text(var text) -> text;
      case Items(var items) -> items.stream().map(Value::plain).toList();
      case Fields(var fields) -> {
        var plain = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> plain.put(name, value.plain()));
        yield plain;
      }
      case Call(var function, _) -> throw new IllegalStateException("unresolved !" + function);
    };
  }
}
