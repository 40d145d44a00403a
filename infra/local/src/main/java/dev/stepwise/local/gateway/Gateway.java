package dev.stepwise.local.gateway;

import dev.stepwise.local.http.Endpoint;
import dev.stepwise.local.http.Reply;
import dev.stepwise.local.http.Request;
import dev.stepwise.local.issuer.Issuer;
import dev.stepwise.local.lambda.LocalFunction;
import dev.stepwise.local.time.Agenda;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The HTTP API in front of the functions: routes, checks tokens by real time, and holds virtual
 * time still while a function works a request.
 */
public final class Gateway implements Endpoint {
  private final Routes routes;
  private final TokenCheck tokens;
  private final Agenda agenda;

  public Gateway(Collection<LocalFunction> functions, Issuer issuer, Agenda agenda) {
    this.routes = new Routes(functions);
    this.tokens =
        new TokenCheck(issuer.url(), Issuer.AUDIENCE, issuer.publicKeys(), InstantSource.system());
    this.agenda = agenda;
  }

  @Override
  public Reply answer(Request request) {
    return routes
        .match(request.method(), request.path())
        .map(match -> answer(request, match))
        .orElseGet(() -> Reply.message(404, "Not Found"));
  }

  private Reply answer(Request request, Routes.Match match) {
    if (match.route().open()) {
      return invoke(request, match, Optional.empty());
    }
    var claims = request.header("authorization").flatMap(tokens::claims);
    return claims.isPresent()
        ? invoke(request, match, claims)
        : Reply.message(401, "Unauthorized").with("www-authenticate", "Bearer");
  }

  private Reply invoke(Request request, Routes.Match match, Optional<Map<String, String>> claims) {
    try (var _ = agenda.request()) {
      var visit = new HttpEvents.Visit(UUID.randomUUID().toString(), agenda.now());
      return match
          .function()
          .invoke(HttpEvents.event(request, match, claims, visit))
          .flatMap(HttpAnswers::read)
          .orElseGet(() -> Reply.message(500, "Internal Server Error"));
    }
  }
}
