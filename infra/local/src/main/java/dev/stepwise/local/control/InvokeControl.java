package dev.stepwise.local.control;

import dev.stepwise.local.bytes.Bytes;
import dev.stepwise.local.http.Endpoint;
import dev.stepwise.local.http.Reply;
import dev.stepwise.local.http.Request;
import dev.stepwise.local.lambda.LocalFunctions;
import dev.stepwise.local.time.Agenda;
import java.util.List;
import java.util.Map;

/**
 * Calls a function by its name in the template, with the body as its event, as {@code aws lambda
 * invoke} does; time stands still meanwhile.
 */
final class InvokeControl implements Endpoint {
  static final String PATH = "/_local/invoke/";
  private static final byte[] NO_EVENT = {'{', '}'};

  private final LocalFunctions functions;
  private final Agenda agenda;

  InvokeControl(LocalFunctions functions, Agenda agenda) {
    this.functions = functions;
    this.agenda = agenda;
  }

  @Override
  public Reply answer(Request request) {
    var name = request.path().substring(PATH.length());
    var function = functions.named(name).orElseThrow(() -> Refusal.unknown("function " + name));
    var event = request.body().isEmpty() ? NO_EVENT : request.body().toArray();
    try (var _ = agenda.request()) {
      return function
          .invoke(event)
          .map(InvokeControl::worked)
          .orElseGet(() -> Reply.problem(500, "Function failed", name + " has logged why"));
    }
  }

  private static Reply worked(byte[] answer) {
    return new Reply(200, Map.of("content-type", List.of("application/json")), Bytes.of(answer));
  }
}
