package dev.stepwise.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import dev.stepwise.sender.Senders;
import dev.stepwise.usecase.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves the routes of one function behind an API Gateway HTTP API (payload format 2.0), whose JWT
 * authorizer has checked the token: here only its subject and groups count.
 */
public final class Http implements Endpoint {
  /**
   * The largest body, in bytes; API Gateway itself takes 10 MB, a function 6 MB with all around.
   */
  static final int MAX_BODY = 4 * 1024 * 1024;

  private static final Set<String> GROUPS = Set.of("admin", "rep");

  /** Where issuers name a subject's groups: Cognito, most others, and Microsoft Entra. */
  private static final List<String> CLAIMS = List.of("cognito:groups", "groups", "roles");

  /** What answers a route. */
  public interface Route {
    Reply answer(Request request);
  }

  private final Senders senders;
  private final Map<String, Route> routes = new HashMap<>();

  public Http(Senders senders) {
    this.senders = senders;
  }

  /** Adds a route such as "GET /sequences/{id}". */
  public Http on(String route, Route answer) {
    routes.put(route, answer);
    return this;
  }

  /** The routes served here. */
  public Set<String> routes() {
    return Set.copyOf(routes.keySet());
  }

  @Override
  public void serve(InputStream in, OutputStream out, Context context) throws IOException {
    Exchange.serve(in, out, context, this::answer);
  }

  private Reply answer(Exchange exchange) {
    Route route = routes.get(exchange.route());
    Authority caller = caller(exchange.claims());
    if (route == null) {
      return Reply.problem(404, "there is no such route");
    }
    if (caller == null) {
      return Reply.problem(403, "the token's subject is in neither of the groups rep and admin");
    }
    return route.answer(request(exchange, caller));
  }

  private static Request request(Exchange exchange, Authority caller) {
    return new Request(
        exchange.route(),
        caller,
        exchange.path(),
        exchange.query(),
        exchange.headers(),
        text(exchange.body(MAX_BODY)),
        exchange::timeLeft);
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(Reply.problem(400, "the body is not in UTF-8"));
    }
  }

  /** Null when the token names no group of ours; without an authorizer nobody is anybody. */
  private @Nullable Authority caller(Map<String, String> claims) {
    String subject = claims.get("sub");
    List<String> groups = groups(claims);
    return subject == null || groups.stream().noneMatch(GROUPS::contains)
        ? null
        : new Authority(subject, groups.contains("admin"), senders);
  }

  /**
   * The HTTP API hands a list of groups on as the string {@code [a b]}: a group whose name has a
   * space would come as two. Only the first claim that is there counts.
   */
  private static List<String> groups(Map<String, String> claims) {
    String groups =
        CLAIMS.stream()
            .map(claim -> claims.getOrDefault(claim, ""))
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("");
    return Arrays.asList(groups.replaceAll("^\\[|\\]$", "").split("[ ,]+"));
  }
}
