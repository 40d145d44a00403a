package dev.stepwise.lambda.api;

import dev.stepwise.contact.Suppression;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How suppressions look. */
final class SuppressionView {
  private SuppressionView() {}

  static Map<String, @Nullable Object> of(Suppression s) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("target", s.target());
    view.put("reason", s.reason().wire());
    view.put("since", s.since());
    view.put("by", s.by());
    view.put("note", s.note());
    return view;
  }
}
