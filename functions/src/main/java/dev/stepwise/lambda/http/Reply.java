package dev.stepwise.lambda.http;

import dev.stepwise.json.Json;
import dev.stepwise.usecase.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer: its status, its headers beside the content type, and its body as plain values, or as
 * text where the content type is one of text.
 */
public record Reply(
    int status, Map<String, String> headers, String contentType, @Nullable Object body) {
  private static final String PROBLEM = "application/problem+json";

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply ok(Object body) {
    return new Reply(200, Map.of(), "application/json", body);
  }

  public static Reply created(String location, Object body) {
    return new Reply(201, Map.of("location", location), "application/json", body);
  }

  public static Reply noContent() {
    return new Reply(204, Map.of(), "application/json", null);
  }

  /** A page for people. */
  public static Reply html(int status, String page) {
    return new Reply(status, Map.of(), "text/html; charset=utf-8", page);
  }

  /** The body as it goes out. */
  String content() {
    return switch (body) {
      case null -> "";
      case String text when contentType.startsWith("text/") -> text;
      case Object value -> Json.write(value);
    };
  }

  /** The same with one more header. */
  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, contentType, body);
  }

  /** A problem document (RFC 9457) of a kind that the status says. */
  public static Reply problem(int status, String detail) {
    return new Reply(status, Map.of(), PROBLEM, document(status, detail));
  }

  /** Content that cannot be right: 422, naming each field. */
  public static Reply invalid(List<Problems.Problem> problems) {
    Problems.Problem first = problems.getFirst();
    Map<String, @Nullable Object> document =
        document(422, (first.field() + " " + first.detail()).strip());
    document.put("field", first.field());
    document.put(
        "errors",
        problems.stream().map(p -> Map.of("field", p.field(), "detail", p.detail())).toList());
    return new Reply(422, Map.of(), PROBLEM, document);
  }

  /** The refusal of a use case. */
  public static Reply refusal(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound(String what) -> problem(404, "there is no " + what);
      case Refusal.Conflict(String why) -> problem(409, why);
      case Refusal.Forbidden(String why) -> problem(403, why);
      case Refusal.Invalid(String field, String why) ->
          invalid(List.of(new Problems.Problem(field, why)));
      case Refusal.Outdated(int current) -> outdated(current);
    };
  }

  private static Reply outdated(int current) {
    Map<String, @Nullable Object> document =
        document(412, "the current version is " + current + ": read it and publish again");
    document.put("version", current);
    return new Reply(412, Map.of("etag", "\"" + current + "\""), PROBLEM, document);
  }

  private static Map<String, @Nullable Object> document(int status, String detail) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("type", "about:blank");
    document.put("title", title(status));
    document.put("status", status);
    document.put("detail", detail);
    return document;
  }

  /** The reason phrases of RFC 9110 and RFC 6585. */
  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 428 -> "Precondition Required";
      default -> "Internal Server Error";
    };
  }
}
