package dev.stepwise.lambda.api;

import dev.stepwise.Ids;
import dev.stepwise.InvalidValueException;
import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.lambda.http.RefusedException;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.sequence.Draft;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.usecase.Answer;
import dev.stepwise.usecase.Author;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sequences: create, list, get, publish, versions, archive. */
public final class SequencesApi {
  private static final Pattern ETAG = Pattern.compile("\"?(\\d{1,9})\"?");

  private final Author author;
  private final Sequences sequences;
  private final Repeats repeats;
  private final Ids ids;
  private final InstantSource clock;

  public SequencesApi(
      Author author, Sequences sequences, IdempotencyKeys keys, Ids ids, InstantSource clock) {
    this.author = author;
    this.sequences = sequences;
    this.repeats = new Repeats(keys, clock);
    this.ids = ids;
    this.clock = clock;
  }

  public void serve(Http http) {
    http.on("POST /sequences", this::create)
        .on("GET /sequences", this::list)
        .on("GET /sequences/{id}", this::get)
        .on("PUT /sequences/{id}", this::publish)
        .on("GET /sequences/{id}/versions", this::versions)
        .on("GET /sequences/{id}/versions/{n}", this::version)
        .on("POST /sequences/{id}/archive", this::archive);
  }

  private Reply create(Request request) {
    Draft draft = request.body(f -> SequenceBody.creating(f, this::stepId));
    String id = repeats.of(request).map(Repeats.Repeat::idFrom).orElseGet(ids::next);
    return switch (author.create(new SequenceId(id), draft, request.caller())) {
      case Answer.Done<Sequence>(Sequence s) ->
          Reply.created("/sequences/" + s.id(), view(s)).with("etag", etag(s));
      case Answer.Refused<Sequence>(var why) -> Reply.refusal(why);
    };
  }

  private Reply list(Request request) {
    return Replies.page(Replies.from(request, sequences::list), this::view);
  }

  private Reply get(Request request) {
    return sequences
        .find(request.path("id", SequenceId::new))
        .map(s -> Reply.ok(view(s)).with("etag", etag(s)))
        .orElseGet(() -> Reply.problem(404, "there is no such sequence"));
  }

  private Reply publish(Request request) {
    SequenceId id = request.path("id", SequenceId::new);
    int expected = expected(request);
    Draft draft = request.body(f -> SequenceBody.read(f, this::stepId));
    return withTag(author.publish(id, draft, expected, request.caller()));
  }

  private Reply versions(Request request) {
    SequenceId id = request.path("id", SequenceId::new);
    if (sequences.find(id).isEmpty()) {
      return Reply.problem(404, "there is no such sequence");
    }
    return Replies.page(
        Replies.from(request, cursor -> sequences.versions(id, cursor)), SequenceView::of);
  }

  private Reply version(Request request) {
    return sequences
        .version(request.path("id", SequenceId::new), request.path("n", SequencesApi::number))
        .map(v -> Reply.ok(SequenceView.of(v)))
        .orElseGet(() -> Reply.problem(404, "there is no such version"));
  }

  private Reply archive(Request request) {
    SequenceId id = request.path("id", SequenceId::new);
    boolean stop = request.body(f -> f.optional("stopActive", Read.truth()).orElse(false), false);
    return Replies.of(
        author.archive(id, request.caller()),
        s -> {
          Map<String, @Nullable Object> view = view(s);
          if (stop) {
            var stopped = author.stopActive(id, request.caller(), request.timeLeft());
            view.put("stopped", stopped(stopped));
          }
          return view;
        });
  }

  private static Map<String, Object> stopped(Author.Stopped stopped) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("count", stopped.count());
    view.put("complete", stopped.complete());
    return view;
  }

  private Map<String, @Nullable Object> view(Sequence s) {
    return SequenceView.of(s, clock.instant());
  }

  private Reply withTag(Answer<Sequence> answer) {
    Reply reply = Replies.of(answer, this::view);
    return answer instanceof Answer.Done<Sequence>(Sequence s)
        ? reply.with("etag", etag(s))
        : reply;
  }

  private String stepId() {
    return ids.next().substring(0, 10);
  }

  /** The version that the caller has seen, from If-Match (RFC 9110 §13.1.1). */
  private static int expected(Request request) {
    String tag =
        request
            .header("if-match")
            .orElseThrow(() ->
                new RefusedException(
                    Reply.problem(428, "If-Match must name the version you have read")));
    Matcher number = ETAG.matcher(tag.strip());
    if (!number.matches()) {
      throw new RefusedException(
          Reply.problem(400, "If-Match must be a version such as 1 or \"1\""));
    }
    return Integer.parseInt(number.group(1));
  }

  private static String etag(Sequence s) {
    return "\"" + s.current().number() + "\"";
  }

  private static int number(String text) {
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new InvalidValueException("must be a version such as 1");
    }
    return Integer.parseInt(text);
  }
}
