package dev.stepwise.local.control;

import dev.stepwise.local.aws.Faults;
import dev.stepwise.local.aws.LocalAws;
import dev.stepwise.local.http.Endpoint;
import dev.stepwise.local.http.Reply;
import dev.stepwise.local.http.Request;
import dev.stepwise.local.json.Json;
import dev.stepwise.local.json.JsonObject;
import dev.stepwise.local.lambda.LocalFunctions;
import dev.stepwise.local.smtp.Inbound;
import dev.stepwise.local.time.Agenda;
import org.jspecify.annotations.Nullable;

/** The calls under {@code /_local/}, which only the local system has and which need no token. */
public final class Control implements Endpoint {
  private final LocalAws aws;
  private final ClockControl clock;
  private final InboundControl inbound;
  private final InvokeControl invoke;

  public Control(Agenda agenda, LocalAws aws, Inbound inbound, LocalFunctions functions) {
    this.aws = aws;
    this.invoke = new InvokeControl(functions, agenda);
    this.clock = new ClockControl(agenda);
    this.inbound = new InboundControl(inbound);
  }

  @Override
  public Reply answer(Request request) {
    try {
      return switch (request.path()) {
        case "/_local/clock" -> clock(request);
        case "/_local/outbox" -> only("GET", request, this::outbox);
        case "/_local/inbound" -> only("POST", request, inbound);
        case "/_local/faults" -> only("POST", request, this::faults);
        case "/_local/timers" -> only("GET", request, this::timers);
        case String path when path.startsWith(InvokeControl.PATH) -> only("POST", request, invoke);
        default -> throw Refusal.unknown(request.path());
      };
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  private Reply clock(Request request) {
    return switch (request.method()) {
      case "GET" -> clock.read();
      case "POST" -> clock.move(body(request));
      default -> throw Refusal.wrongMethod(request.method(), request.path());
    };
  }

  private Reply outbox(Request request) {
    var to = request.query().get("to");
    return Reply.json(
        200,
        aws.ses().outbox().stream()
            .filter(mail -> to == null || mail.to().stream().anyMatch(to::equalsIgnoreCase))
            .map(Views::mail)
            .toList());
  }

  private Reply timers(Request request) {
    return Reply.json(200, aws.scheduler().timers().stream().map(Views::timer).toList());
  }

  private Reply faults(Request request) {
    var body = body(request);
    try {
      aws.faults()
          .add(
              required(body, "service"),
              required(body, "operation"),
              Faults.Kind.of(required(body, "kind")),
              count(body.has("count") ? body.get("count") : 1));
    } catch (IllegalArgumentException e) {
      throw Refusal.badContent(String.valueOf(e.getMessage()));
    }
    return Reply.json(200, body.fields());
  }

  private static int count(@Nullable Object value) {
    if (value instanceof Integer count && count > 0) {
      return count;
    }
    throw Refusal.badContent("count must be a whole number above 0, was " + value);
  }

  private static String required(JsonObject body, String field) {
    if (body.get(field) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw Refusal.badContent(field + " must be a text");
  }

  private static JsonObject body(Request request) {
    return Json.object(request.body().toArray())
        .orElseThrow(() -> Refusal.unreadable("the body must be a JSON object"));
  }

  private static Reply only(String method, Request request, Endpoint endpoint) {
    if (!request.method().equals(method)) {
      throw Refusal.wrongMethod(request.method(), request.path());
    }
    return endpoint.answer(request);
  }
}
