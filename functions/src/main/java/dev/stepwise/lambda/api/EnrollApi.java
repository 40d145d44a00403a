package dev.stepwise.lambda.api;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.usecase.CaseFiles;
import dev.stepwise.usecase.Enroll;
import dev.stepwise.usecase.EnrollAnswer;
import dev.stepwise.usecase.EnrollRequest;
import dev.stepwise.usecase.EnrollResult;
import dev.stepwise.usecase.Enrolling;
import dev.stepwise.usecase.Reenroll;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enrolling contacts, and moving one onto the current version. */
public final class EnrollApi {
  private final Enroll enroll;
  private final Reenroll reenroll;
  private final CaseFiles files;
  private final Repeats repeats;

  public EnrollApi(
      Enroll enroll,
      Reenroll reenroll,
      CaseFiles files,
      IdempotencyKeys keys,
      InstantSource clock) {
    this.enroll = enroll;
    this.reenroll = reenroll;
    this.files = files;
    this.repeats = new Repeats(keys, clock);
  }

  public void serve(Http http) {
    http.on("POST /sequences/{id}/enrollments", this::enroll)
        .on("POST /enrollments/{id}/reenroll", this::reenroll);
  }

  private Reply enroll(Request request) {
    SequenceId sequence = request.path("id", SequenceId::new);
    EnrollRequest asked = request.body(f -> EnrollBody.read(f, sequence));
    return Replies.of(
        enroll.prepare(asked, request.caller()),
        call -> answer(enroll.enroll(known(call, request))));
  }

  /** A key is noted once nothing more can be refused; what writes nothing needs none. */
  private Enrolling known(Enrolling call, Request request) {
    return call.request().dryRun()
        ? call
        : repeats.of(request).map(r -> call.as(r.idFrom(), r.repeated())).orElse(call);
  }

  private Reply reenroll(Request request) {
    EnrollmentId id = request.path("id", EnrollmentId::new);
    int step = request.body(f -> f.optional("startAtStep", Read.integer(1, 50)).orElse(1), 1);
    return Replies.of(
        reenroll.reenroll(id, step, request.caller()), e -> EnrollmentView.of(e, files.dossier(e)));
  }

  private static Map<String, Object> answer(EnrollAnswer answer) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("results", answer.results().stream().map(EnrollApi::result).toList());
    view.put("warnings", answer.lastBegins().map(EnrollApi::late).stream().toList());
    return view;
  }

  /** A legal setting that makes people wait for long. */
  private static Map<String, Object> late(Instant last) {
    return Map.of(
        "field",
        "sender",
        "message",
        "its caps and gaps let the last of these begin on " + last,
        "until",
        last);
  }

  private static Map<String, @Nullable Object> result(EnrollResult r) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("email", r.email());
    view.put("status", r.status().wire());
    view.put("enrollmentId", r.enrollment());
    view.put("reason", r.reason());
    return view;
  }
}
