package dev.stepwise.lambda.api;

import dev.stepwise.cadence.NotBefore;
import dev.stepwise.cadence.Region;
import dev.stepwise.cadence.Window;
import dev.stepwise.cadence.Windows;
import dev.stepwise.sending.Limits;
import dev.stepwise.sequence.Expiry;
import dev.stepwise.sequence.HolidayRule;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.Settings;
import dev.stepwise.sequence.Step;
import dev.stepwise.sequence.StopOn;
import dev.stepwise.sequence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How sequences and versions look; their settings and steps can be published again as they are. */
final class SequenceView {
  private SequenceView() {}

  static Map<String, @Nullable Object> of(Sequence s, Instant now) {
    Map<String, @Nullable Object> pause = PauseView.of(s.pause(), now);
    boolean paused = pause != null && s.status() == Sequence.Status.ACTIVE;
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", s.id());
    view.put("name", s.name());
    view.put("owner", s.owner());
    view.put("status", paused ? "paused" : s.status().wire());
    view.put("pause", pause);
    view.put("version", s.current().number());
    view.put("settings", settings(s.current().settings()));
    view.put("steps", steps(s.current()));
    view.put("createdAt", s.createdAt());
    view.put("updatedAt", s.updatedAt());
    return view;
  }

  static Map<String, @Nullable Object> of(Version v) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("sequenceId", v.sequence());
    view.put("version", v.number());
    view.put("settings", settings(v.settings()));
    view.put("steps", steps(v));
    view.put("createdAt", v.createdAt());
    return view;
  }

  private static Map<String, Object> settings(Settings s) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("timeZone", s.timeZone().wire());
    putWindows(view, s.windows());
    view.put("threading", s.threading());
    view.put("stopOn", s.stopOn().stream().sorted().map(StopOn::wire).toList());
    view.put("holidays", s.holidays().dates().stream().sorted().toList());
    view.put("holidayCountries", countries(s.holidays()));
    view.put("onUnknownOutcome", s.onUnknownOutcome().wire());
    view.put("unknownGrace", s.unknownGrace());
    view.put("optOutLine", s.optOutLine());
    view.put(
        "outOfOffice",
        Map.of(
            "defaultDays", s.outOfOffice().defaultDays(),
            "longestDays", s.outOfOffice().longestDays()));
    view.put("softBounceLimit", s.softBounceLimit());
    view.put("guardrails", guardrails(s.guardrails()));
    return view;
  }

  private static Map<String, Object> guardrails(Limits limits) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("bounceRate", Limits.percent(limits.bounces()));
    view.put("complaintRate", Limits.percent(limits.complaints()));
    view.put("failureRate", Limits.percent(limits.failures()));
    view.put("fromMails", limits.from());
    return view;
  }

  private static List<String> countries(HolidayRule rule) {
    return Stream.concat(
            rule.ofContact() ? Stream.of("contact") : Stream.empty(),
            rule.regions().stream().map(Region::code))
        .toList();
  }

  /** One window as the contract writes it, several as a list. */
  private static void putWindows(Map<String, Object> view, Windows windows) {
    List<Window> list = windows.list();
    if (list.size() == 1) {
      view.put("window", window(list.getFirst()));
    } else {
      view.put("windows", list.stream().map(SequenceView::window).toList());
    }
  }

  private static Map<String, Object> window(Window w) {
    List<String> days =
        w.days().stream().sorted().map(DayOfWeek::name).map(day -> day.substring(0, 3)).toList();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("days", days);
    view.put("from", clock(w.from()));
    view.put("to", clock(w.to()));
    return view;
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  private static List<Map<String, Object>> steps(Version v) {
    return v.steps().stream().map(SequenceView::step).toList();
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", step.id());
    view.put("type", step instanceof Step.Email ? "email" : "task");
    if (step.delay() instanceof NotBefore dated) {
      view.put("delay", dated.delay());
      view.put("notBefore", dated.wire());
    } else {
      view.put("delay", step.delay());
    }
    Expiry expiry = step.expiry();
    if (expiry != null) {
      LocalDateTime notAfter = expiry.notAfter();
      if (expiry.after() != null) {
        view.put("expiresAfter", expiry.after());
      }
      if (notAfter != null) {
        view.put("notAfter", Expiry.wire(notAfter));
      }
      view.put("onExpired", expiry.then().wire());
    }
    switch (step) {
      case Step.Email e -> {
        view.put("thread", e.reply() ? "reply" : "new");
        putIfKnown(view, "subject", e.subject());
        view.put("text", e.text());
        putIfKnown(view, "html", e.html());
      }
      case Step.ManualTask t -> {
        view.put("task", t.kind().wire());
        view.put("title", t.title());
        view.put("waitForCompletion", t.waitForCompletion());
      }
    }
    return view;
  }

  private static void putIfKnown(Map<String, Object> view, String name, @Nullable String value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
