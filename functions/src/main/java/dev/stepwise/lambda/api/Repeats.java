package dev.stepwise.lambda.api;

import dev.stepwise.idempotency.IdempotencyKeys;
import dev.stepwise.lambda.http.RefusedException;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
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
      case FIRST -> new Repeat(key, false);
      case REPEATED -> new Repeat(key, true);
      case MISUSED ->
          throw new RefusedException(
              Reply.problem(409, "this Idempotency-Key came with another body before"));
    };
  }
}
