package dev.stepwise.lambda.http;

import dev.stepwise.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object strictly: every field is asked for by name, and {@link #end} refuses those
 * that nobody asked for. What is wrong is noted, and reading goes on with a stand-in, so that all
 * of it can be told at once; nothing is done with a body that has problems. Null is as good as
 * absent, but a name must be known all the same.
 */
public final class Fields {
  /** Reads one value, or throws InvalidValue with what would be right. */
  public interface Reader<T> {
    T read(Object value);
  }

  private final String path;
  private final Map<String, @Nullable Object> values;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  private Fields(String path, Map<String, @Nullable Object> values, Problems problems) {
    this.path = path;
    this.values = values;
    this.problems = problems;
  }

  /** The fields of a value that must be an object; {@code path} is empty for the body itself. */
  public static Fields of(String path, @Nullable Object value, Problems problems) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> object) {
      object.forEach((name, field) -> values.put((String) name, field));
    } else {
      problems.add(path, "must be a JSON object");
    }
    return new Fields(path, values, problems);
  }

  /** A field that must be there. */
  public <T> T required(String name, Reader<T> reader, T standIn) {
    Optional<T> value = optional(name, reader);
    if (value.isEmpty() && !has(name)) {
      problem(name, "is missing");
    }
    return value.orElse(standIn);
  }

  /** A field that may be there. */
  public <T> Optional<T> optional(String name, Reader<T> reader) {
    asked.add(name);
    Object value = values.get(name);
    try {
      return Optional.ofNullable(value).map(reader::read);
    } catch (InvalidValueException e) {
      problem(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** An object that may be there. */
  public Optional<Fields> object(String name) {
    asked.add(name);
    return Optional.ofNullable(values.get(name)).map(value -> of(within(name), value, problems));
  }

  /** A list of objects; absent, it is empty. */
  public List<Fields> objects(String name) {
    asked.add(name);
    List<Fields> objects = new ArrayList<>();
    switch (values.get(name)) {
      case null -> {}
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          objects.add(of(within(name) + "[" + i + "]", list.get(i), problems));
        }
      }
      default -> problem(name, "must be a list of JSON objects");
    }
    return objects;
  }

  /** The names of this object's fields, where they are the caller's own; each must be asked for. */
  public Set<String> names() {
    return Set.copyOf(values.keySet());
  }

  /** Whether a field is there, and not null. */
  public boolean has(String name) {
    asked.add(name);
    return values.get(name) != null;
  }

  public void problem(String name, String detail) {
    problems.add(within(name), detail);
  }

  /** Refuses fields that nobody asked for. */
  public void end() {
    values.keySet().stream()
        .filter(name -> !asked.contains(name))
        .sorted()
        .forEach(name -> problem(name, "is not a field that is known here"));
  }

  private String within(String name) {
    return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
  }
}
