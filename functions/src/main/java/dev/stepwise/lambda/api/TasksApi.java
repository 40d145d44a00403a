package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.task.Task;
import dev.stepwise.task.TaskId;
import dev.stepwise.task.Tasks;
import dev.stepwise.usecase.CloseTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tasks: list, complete, skip, reschedule. */
public final class TasksApi {
  private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final Tasks tasks;
  private final CloseTask close;
  private final InstantSource clock;

  public TasksApi(Tasks tasks, CloseTask close, InstantSource clock) {
    this.tasks = tasks;
    this.close = close;
    this.clock = clock;
  }

  public void serve(Http http) {
    http.on("GET /tasks", this::list)
        .on("POST /tasks/{id}/complete", this::complete)
        .on("POST /tasks/{id}/skip", this::skip)
        .on("POST /tasks/{id}/reschedule", this::reschedule);
  }

  private Reply list(Request request) {
    EmailAddress sender =
        WantedSender.of(request).orElseThrow(() -> WantedSender.missing("say whose tasks to list"));
    Tasks.Query query =
        new Tasks.Query(
            sender,
            request
                .query("state", text -> Read.named(Task.State.class, text))
                .orElse(Task.State.OPEN),
            request.query("dueBefore", text -> Read.instant().read(text)).orElse(ALWAYS));
    return Replies.page(Replies.from(request, cursor -> tasks.list(query, cursor)), TasksApi::view);
  }

  private Reply complete(Request request) {
    TaskId id = bare(request);
    return Replies.of(close.complete(id, request.caller()), TasksApi::view);
  }

  private Reply skip(Request request) {
    TaskId id = bare(request);
    return Replies.of(close.skip(id, request.caller()), TasksApi::view);
  }

  private Reply reschedule(Request request) {
    TaskId id = request.path("id", TaskId::new);
    Instant dueAt = request.body(f -> f.required("dueAt", Read.text(this::ahead), ALWAYS));
    return Replies.of(close.reschedule(id, dueAt, request.caller()), TasksApi::view);
  }

  private static TaskId bare(Request request) {
    TaskId id = request.path("id", TaskId::new);
    return request.body(f -> id, id);
  }

  private Instant ahead(String text) {
    Instant at = Read.instant().read(text);
    Instant now = clock.instant();
    if (at.isBefore(now) || at.isAfter(now.plus(FARTHEST))) {
      throw new InvalidValueException("must not be in the past nor more than a year ahead");
    }
    return at;
  }

  private static Map<String, @Nullable Object> view(Task t) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", t.id());
    view.put("enrollmentId", t.id().enrollment());
    view.put("step", t.id().step());
    view.put("contact", t.contact());
    view.put("sender", t.sender());
    view.put("task", t.kind().wire());
    view.put("title", t.title());
    view.put("state", t.state().wire());
    view.put("dueAt", t.dueAt());
    view.put("createdAt", t.createdAt());
    return view;
  }
}
