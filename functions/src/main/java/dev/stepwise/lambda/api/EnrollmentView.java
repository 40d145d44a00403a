package dev.stepwise.lambda.api;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Entry;
import dev.stepwise.enrollment.State;
import dev.stepwise.enrollment.Switches;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How enrollments look: where each stands, what it waits for, and what has happened. */
final class EnrollmentView {
  private EnrollmentView() {}

  static Map<String, @Nullable Object> of(Enrollment e, Dossier dossier) {
    return of(e, dossier.contact(), dossier.switches());
  }

  static Map<String, @Nullable Object> of(Enrollment e, Contact contact, Switches switches) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", e.id());
    view.put("sequenceId", e.facts().sequence());
    view.put("version", e.facts().version());
    view.put("contact", contact(contact));
    view.put("sender", e.facts().sender());
    view.put("state", e.shown());
    view.put("step", e.step().orElse(null));
    view.put("nextAt", e.state() instanceof State.Active s ? s.due().at() : null);
    view.put("reason", reason(e.state()));
    view.put("waitingFor", waitingFor(e, switches));
    view.put("enrolledAt", e.facts().at());
    view.put("timeline", e.timeline().stream().map(EnrollmentView::entry).toList());
    return view;
  }

  /** One of a contact's many: where it stands and since when. */
  static Map<String, @Nullable Object> brief(Enrollment e) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", e.id());
    view.put("sequenceId", e.facts().sequence());
    view.put("version", e.facts().version());
    view.put("sender", e.facts().sender());
    view.put("state", e.shown());
    view.put("reason", reason(e.state()));
    view.put("step", e.step().orElse(null));
    view.put("nextAt", e.state() instanceof State.Active s ? s.due().at() : null);
    view.put("enrolledAt", e.facts().at());
    view.put("lastAt", e.timeline().getLast().at());
    return view;
  }

  static Map<String, @Nullable Object> contact(Contact c) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("email", c.email());
    view.put("firstName", c.firstName());
    view.put("lastName", c.lastName());
    view.put("company", c.company());
    view.put("timeZone", c.timeZone());
    view.put("country", c.country());
    view.put("fields", c.fields());
    return view;
  }

  private static @Nullable String reason(State state) {
    return switch (state) {
      case State.Stopped s -> s.reason().wire();
      case State.Failed s -> s.reason();
      case State.Paused s ->
          s.reason() == State.Paused.Reason.BY_USER ? null : s.reason().waits().wire();
      case State.Active _, State.AwaitingTask _, State.Finished _ -> null;
    };
  }

  private static @Nullable Map<String, @Nullable Object> waitingFor(
      Enrollment e, Switches switches) {
    return switch (e.state()) {
      case State.Active _ when e.claim() != null -> waiting(Wait.SENDING, null);
      case State.Active _, State.AwaitingTask _ when e.isReading() -> waiting(Wait.READING, null);
      case State.Active s -> waiting(s.due().why(), s.due().at());
      case State.AwaitingTask _ -> waiting(Wait.TASK, null);
      case State.Paused s -> waiting(s.reason().waits(), switches.until(s.reason()).orElse(null));
      case State.Failed s -> waiting(s.kind(), null);
      case State.Finished _, State.Stopped _ -> null;
    };
  }

  private static Map<String, @Nullable Object> waiting(Wait kind, @Nullable Instant until) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("kind", kind.wire());
    view.put("until", until);
    return view;
  }

  private static Map<String, @Nullable Object> entry(Entry e) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("at", e.at());
    view.put("type", e.type().wire());
    view.put("step", e.step());
    view.put("by", e.by());
    view.put("detail", e.detail());
    return view;
  }
}
