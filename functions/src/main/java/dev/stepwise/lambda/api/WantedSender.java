package dev.stepwise.lambda.api;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.lambda.http.Problems;
import dev.stepwise.lambda.http.RefusedException;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.usecase.Authority;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose things a list is to show: what the query says, within what the caller may see. */
final class WantedSender {
  private WantedSender() {}

  /** The sender asked for; a rep with one sender sees that one's, an admin everybody's. */
  static Optional<EmailAddress> of(Request request) {
    Authority caller = request.caller();
    Optional<EmailAddress> asked = request.query("sender", EmailAddress::new);
    if (asked.isPresent() && !caller.mayActFor(asked.get())) {
      throw new RefusedException(Reply.problem(403, "this sender is not yours"));
    }
    return asked.isPresent() || caller.admin() ? asked : Optional.of(only(caller.own()));
  }

  private static EmailAddress only(Set<EmailAddress> own) {
    if (own.size() == 1) {
      return own.iterator().next();
    }
    throw own.isEmpty()
        ? new RefusedException(
            Reply.problem(403, "no sender is bound to you: an admin PUTs /senders/{email}"))
        : missing("name one of yours");
  }

  /** The refusal of a request that must name a sender. */
  static RefusedException missing(String wanted) {
    return new RefusedException(
        Reply.invalid(List.of(new Problems.Problem("sender", "is missing: " + wanted))));
  }
}
