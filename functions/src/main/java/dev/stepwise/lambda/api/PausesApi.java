package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.lambda.http.Fields;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Scope;
import dev.stepwise.sender.Senders;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.usecase.TurnSwitch;
import dev.stepwise.usecase.TurnSwitch.Until;
import dev.stepwise.usecase.TurnSwitch.Wish;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pausing and resuming a sequence, a sender, and everything. */
public final class PausesApi {
  private static final Wish NOTHING_SAID = new Wish(null, null);

  private final TurnSwitch turn;
  private final Sequences sequences;
  private final Senders senders;
  private final Pauses pauses;
  private final InstantSource clock;

  public PausesApi(
      TurnSwitch turn, Sequences sequences, Senders senders, Pauses pauses, InstantSource clock) {
    this.turn = turn;
    this.sequences = sequences;
    this.senders = senders;
    this.pauses = pauses;
    this.clock = clock;
  }

  public void serve(Http http) {
    http.on("POST /sequences/{id}/pause", r -> pause(r, sequence(r)))
        .on("POST /sequences/{id}/resume", r -> resume(r, sequence(r)))
        .on("POST /senders/{email}/pause", r -> pause(r, sender(r)))
        .on("POST /senders/{email}/resume", r -> resume(r, sender(r)))
        .on("POST /pause", r -> pause(r, new Scope.Everything()))
        .on("POST /resume", r -> resume(r, new Scope.Everything()));
  }

  private static Scope sequence(Request request) {
    return new Scope.OfSequence(request.path("id", SequenceId::new));
  }

  private static Scope sender(Request request) {
    return new Scope.OfSender(request.path("email", EmailAddress::new));
  }

  private Reply pause(Request request, Scope scope) {
    Wish wish = request.body(PausesApi::wish, NOTHING_SAID);
    return Replies.of(
        turn.pause(scope, wish, request.caller(), request.timeLeft()), _ -> view(scope));
  }

  private Reply resume(Request request, Scope scope) {
    request.body(_ -> scope, scope);
    return Replies.of(turn.resume(scope, request.caller(), request.timeLeft()), this::view);
  }

  private static Wish wish(Fields f) {
    return new Wish(
        f.optional("until", Read.text(PausesApi::until)).orElse(null),
        f.optional("reason", Read.line(200)).orElse(null));
  }

  private static Until until(String text) {
    try {
      return text.length() <= "2026-12-01".length()
          ? new Until.On(Read.date(text))
          : new Until.At(Read.instant().read(text));
    } catch (InvalidValueException e) {
      throw new InvalidValueException(
          "must be a date such as 2026-12-01 or an instant such as 2026-12-01T09:00:00Z");
    }
  }

  private Map<String, @Nullable Object> view(Scope scope) {
    Instant now = clock.instant();
    return switch (scope) {
      case Scope.OfSequence(var id) -> SequenceView.of(sequences.find(id).orElseThrow(), now);
      case Scope.OfSender(var email) -> SendersApi.view(senders.find(email).orElseThrow(), now);
      case Scope.Everything _ -> {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("pause", PauseView.of(pauses.of(scope).orElse(null), now));
        yield view;
      }
    };
  }
}
