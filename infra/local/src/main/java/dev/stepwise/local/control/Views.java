package dev.stepwise.local.control;

import dev.stepwise.local.aws.OutboxMail;
import dev.stepwise.local.aws.Timer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the control calls show of a mail and of a timer. */
final class Views {
  private Views() {}

  static Map<String, @Nullable Object> mail(OutboxMail mail) {
    var view = new LinkedHashMap<String, @Nullable Object>();
    view.put("messageId", mail.messageId());
    view.put("at", mail.at().toString());
    view.put("from", mail.from());
    view.put("to", mail.to());
    view.put("subject", mail.subject());
    view.put("headers", mail.headers());
    view.put("text", mail.text());
    view.put("html", mail.html());
    view.put("tags", mail.tags());
    view.put("raw", mail.raw());
    return view;
  }

  static Map<String, @Nullable Object> timer(Timer timer) {
    var view = new LinkedHashMap<String, @Nullable Object>();
    view.put("name", timer.name());
    view.put("at", timer.at().toString());
    view.put("target", timer.target());
    view.put("input", timer.input());
    return view;
  }
}
