package dev.stepwise.lambda.api;

import dev.stepwise.InvalidValueException;
import dev.stepwise.Text;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import dev.stepwise.lambda.http.Http;
import dev.stepwise.lambda.http.Problems;
import dev.stepwise.lambda.http.Read;
import dev.stepwise.lambda.http.Reply;
import dev.stepwise.lambda.http.Request;
import dev.stepwise.usecase.Suppress;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Suppressions of addresses and domains. Anybody on the team may add one; lifting is an admin's,
 * and what a person asked for is lifted only with a reason.
 */
public final class SuppressionsApi {
  private static final System.Logger LOG = System.getLogger(SuppressionsApi.class.getName());
  private static final Problems.Problem NO_REASON =
      new Problems.Problem(
          "reason", "is missing: a person's own opt-out is lifted only with ?reason=");

  private final Suppressions suppressions;
  private final Suppress suppress;
  private final InstantSource clock;

  public SuppressionsApi(Suppressions suppressions, Suppress suppress, InstantSource clock) {
    this.suppressions = suppressions;
    this.suppress = suppress;
    this.clock = clock;
  }

  public void serve(Http http) {
    http.on("GET /suppressions/{addressOrDomain}", this::get)
        .on("PUT /suppressions/{addressOrDomain}", this::put)
        .on("DELETE /suppressions/{addressOrDomain}", this::delete);
  }

  /** What the path names. */
  private sealed interface Target {
    record Address(EmailAddress value) implements Target {}

    record Whole(Domain value) implements Target {}

    static Target of(String text) {
      return text.contains("@") ? new Address(new EmailAddress(text)) : new Whole(new Domain(text));
    }
  }

  private Reply get(Request request) {
    return find(target(request))
        .map(s -> Reply.ok(SuppressionView.of(s)))
        .orElseGet(() -> Reply.problem(404, "it is not suppressed"));
  }

  private Reply put(Request request) {
    Target target = target(request);
    Suppression plain = suppression(target, request, Suppression.Reason.MANUAL, null);
    Suppression asked =
        request.body(
            f ->
                suppression(
                    target,
                    request,
                    f.optional("reason", Read.text(SuppressionsApi::reason))
                        .orElse(Suppression.Reason.MANUAL),
                    f.optional("note", Read.line(500)).orElse(null)),
            plain);
    return Reply.ok(
        SuppressionView.of(
            switch (target) {
              case Target.Address(EmailAddress address) ->
                  suppress.address(address, asked, request.caller());
              case Target.Whole(Domain domain) -> suppress.domain(domain, asked);
            }));
  }

  private Suppression suppression(
      Target target, Request request, Suppression.Reason reason, @Nullable String note) {
    return new Suppression(name(target), reason, clock.instant(), request.caller().subject(), note);
  }

  private Reply delete(Request request) {
    Target target = target(request);
    if (!request.caller().admin()) {
      return Reply.problem(403, "only an admin lifts a suppression");
    }
    Optional<Suppression> found = find(target);
    if (found.isEmpty()) {
      return Reply.problem(404, "it is not suppressed");
    }
    Optional<String> why = request.query("reason", text -> Text.line(text, 500));
    if (found.get().reason().isOwnWord() && why.isEmpty()) {
      return Reply.invalid(List.of(NO_REASON));
    }
    switch (target) {
      case Target.Address(EmailAddress address) -> lift(address);
      case Target.Whole(Domain domain) -> suppressions.delete(domain);
    }
    return Reply.noContent();
  }

  private void lift(EmailAddress address) {
    suppressions.delete(address);
    LOG.log(Level.INFO, "{0} is not suppressed any more", address);
  }

  private Optional<Suppression> find(Target target) {
    return switch (target) {
      case Target.Address(EmailAddress address) -> suppressions.find(address);
      case Target.Whole(Domain domain) -> suppressions.find(domain);
    };
  }

  private static Target target(Request request) {
    return request.path("addressOrDomain", Target::of);
  }

  private static String name(Target target) {
    return switch (target) {
      case Target.Address(EmailAddress address) -> address.value();
      case Target.Whole(Domain domain) -> domain.value();
    };
  }

  /** Why somebody is suppressed by hand; erasing is more than that. */
  private static Suppression.Reason reason(String text) {
    Suppression.Reason reason = Read.named(Suppression.Reason.class, text);
    if (reason == Suppression.Reason.ERASED) {
      throw new InvalidValueException("is what DELETE /contacts/{email} says");
    }
    return reason;
  }
}
