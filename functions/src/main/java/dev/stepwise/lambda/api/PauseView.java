package dev.stepwise.lambda.api;

import dev.stepwise.sending.Pause;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a pause looks: null where the switch is on, be it again. */
final class PauseView {
  private PauseView() {}

  static @Nullable Map<String, @Nullable Object> of(@Nullable Pause pause, Instant now) {
    if (pause == null || !pause.isOn(now)) {
      return null;
    }
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("since", pause.since());
    view.put("until", pause.until());
    view.put("by", pause.by());
    view.put("reason", pause.reason());
    view.put("cause", pause.cause().name().toLowerCase(Locale.ROOT));
    return view;
  }
}
