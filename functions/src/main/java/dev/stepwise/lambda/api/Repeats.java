package dev.stepwise.lambda.api;

import dev.stepwise.Ids;
import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.lambda.http.RefusedException;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells repeated requests by their Idempotency-Key. */
record Repeats(IdempotencyKeys keys, InstantSource clock) {
  /** What ids derive from, and whether the request has come before. */
  record Repeat(String idFrom, boolean repeated) {}

  /** Notes the request under its key, if it has one; another body under it is refused. */
  Optional<Repeat> of(Request request) {
    return request.idempotency().map(key -> use(key, request));
  }

  private Repeat use(String key, Request request) {
    return switch (keys.use(key, request.digest(), clock.instant())) {
      case IdempotencyKeys.Use.First(Instant at) ->
          new Repeat(Ids.derived(key, at.toString()), false);
      case IdempotencyKeys.Use.Repeated(Instant at) ->
          new Repeat(Ids.derived(key, at.toString()), true);
      case IdempotencyKeys.Use.Misused _ ->
          throw new RefusedException(
              Reply.problem(409, "this Idempotency-Key came with another body before"));
    };
  }
}
