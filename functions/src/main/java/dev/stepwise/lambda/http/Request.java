package dev.stepwise.lambda.http;

import dev.stepwise.Ids;
import dev.stepwise.InvalidValueException;
import dev.stepwise.json.Json;
import dev.stepwise.usecase.Authority;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that may come in: who calls, what for, and its parts as strings. */
public record Request(
    String route,
    Authority caller,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String text,
    Supplier<Duration> timeLeft) {

  /** A part of the path; one that cannot be the name of anything is 404. */
  public <T> T path(String name, Function<String, T> meaning) {
    try {
      return meaning.apply(path.getOrDefault(name, ""));
    } catch (InvalidValueException e) {
      throw new RefusedException(
          Reply.problem(404, "there is nothing here: " + name + " " + e.getMessage()));
    }
  }

  /** A query parameter, if it is given: an empty one is none that was left out. */
  public <T> Optional<T> query(String name, Function<String, T> meaning) {
    String value = query.get(name);
    try {
      return value == null ? Optional.empty() : Optional.of(meaning.apply(value));
    } catch (InvalidValueException e) {
      Problems problems = new Problems();
      problems.add(name, String.valueOf(e.getMessage()));
      throw new RefusedException(Reply.invalid(problems.found()));
    }
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Reads the body, which must be a JSON object, whole; any problem refuses the request. */
  public <T> T body(Function<Fields, T> reader) {
    Problems problems = new Problems();
    Fields fields = Fields.of("", tree(), problems);
    T read = problems.found().isEmpty() ? reader.apply(fields) : null;
    if (read != null) {
      fields.end();
    }
    problems.refuseIfAny();
    return Objects.requireNonNull(read);
  }

  /** Reads the body if there is one. */
  public <T> T body(Function<Fields, T> reader, T absent) {
    return text == null || text.isBlank() ? absent : body(reader);
  }

  /** A digest of the body, to tell one request from another. */
  public String digest() {
    return Ids.derived(text == null ? "" : text);
  }

  /** The name that repetitions of this request share, if the caller gave it an Idempotency-Key. */
  public Optional<String> idempotency() {
    return header("idempotency-key")
        .filter(key -> !key.isBlank())
        .map(key -> Ids.derived(caller.subject(), route, path.toString(), key));
  }

  private @Nullable Object tree() {
    String type = header("content-type").orElse("").split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase("application/json")) {
      throw new RefusedException(
          Reply.problem(415, "the body must be JSON, with content-type application/json"));
    }
    try {
      return Json.parse(text == null ? "" : text);
    } catch (Json.Malformed e) {
      throw new RefusedException(Reply.problem(400, "the body is no JSON: " + e.getMessage()));
    }
  }
}
