package dev.stepwise.lambda.api;

import dev.stepwise.Page;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.usecase.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How use cases' answers become HTTP's. */
final class Replies {
  private Replies() {}

  /** The view of what was asked for, or the refusal. */
  static <T> Reply of(Answer<T> answer, Function<T, Object> view) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> Reply.ok(view.apply(value));
      case Answer.Refused<T>(var why) -> Reply.refusal(why);
    };
  }

  static <T> Reply page(Page<T> page, Function<T, Object> view) {
    Map<String, @Nullable Object> list = new LinkedHashMap<>();
    list.put("items", page.items().stream().map(view).toList());
    list.put("cursor", page.cursor());
    return Reply.ok(list);
  }

  /** A page that begins where the request's cursor says; one that says nothing is refused. */
  static <T> Page<T> from(Request request, Function<@Nullable String, Page<T>> list) {
    String cursor = request.query("cursor", text -> text).orElse(null);
    return cursor == null
        ? list.apply(null)
        : request.query("cursor", text -> list.apply(text)).orElseThrow();
  }
}
