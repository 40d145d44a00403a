package dev.stepwise.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.stepwise.StaleVersionException;
import dev.stepwise.json.Json;
import dev.stepwise.lambda.Events;
import dev.stepwise.sender.Senders;
import dev.stepwise.usecase.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves the routes of one function behind an API Gateway HTTP API (payload format 2.0), whose JWT
 * authorizer has checked the token: here only its subject and groups count.
 */
public final class Http {
  /**
   * The largest body, in bytes; API Gateway itself takes 10 MB, a function 6 MB with all around.
   */
  static final int MAX_BODY = 4 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(Http.class.getName());
  private static final Set<String> GROUPS = Set.of("admin", "rep");

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

  /** One request in, one answer out. */
  public void serve(InputStream in, OutputStream out, Context context) throws IOException {
    APIGatewayV2HTTPEvent event = Events.http(in.readAllBytes());
    Reply reply = answer(event, context);
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.put("content-type", reply.contentType());
    APIGatewayV2HTTPResponse response =
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(reply.status())
            .withHeaders(headers)
            .withBody(reply.body() == null ? "" : Json.write(reply.body()))
            .build();
    out.write(Events.http(response));
  }

  private Reply answer(APIGatewayV2HTTPEvent event, Context context) {
    Route route = routes.get(event.getRouteKey());
    Authority caller = caller(event);
    if (route == null) {
      return Reply.problem(404, "there is no such route");
    }
    if (caller == null) {
      return Reply.problem(403, "the token's subject is in neither of the groups rep and admin");
    }
    try {
      return route.answer(request(event, caller, context));
    } catch (RefusedException refused) {
      return refused.reply();
    } catch (StaleVersionException race) {
      return Reply.problem(409, race.getMessage() + ": look at it and try again");
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "request " + context.getAwsRequestId() + " failed", trouble);
      return Reply.problem(500, "this is our fault; request " + context.getAwsRequestId());
    }
  }

  private static Request request(APIGatewayV2HTTPEvent event, Authority caller, Context context) {
    return new Request(
        event.getRouteKey(),
        caller,
        orEmpty(event.getPathParameters()),
        orEmpty(event.getQueryStringParameters()),
        orEmpty(event.getHeaders()),
        body(event),
        () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
  }

  private static @Nullable String body(APIGatewayV2HTTPEvent event) {
    String body = event.getBody();
    if (body == null) {
      return null;
    }
    byte[] bytes =
        event.getIsBase64Encoded()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_BODY) {
      throw new RefusedException(
          Reply.problem(413, "the body must have at most " + MAX_BODY + " bytes"));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(Reply.problem(400, "the body is not in UTF-8"));
    }
  }

  /** Null when the token names no group of ours; without an authorizer nobody is anybody. */
  private @Nullable Authority caller(APIGatewayV2HTTPEvent event) {
    var authorizer = event.getRequestContext().getAuthorizer();
    var jwt = authorizer == null ? null : authorizer.getJwt();
    Map<String, String> claims = jwt == null ? Map.of() : orEmpty(jwt.getClaims());
    String subject = claims.get("sub");
    List<String> groups = groups(claims);
    return subject == null || groups.stream().noneMatch(GROUPS::contains)
        ? null
        : new Authority(subject, groups.contains("admin"), senders);
  }

  /** The HTTP API hands a list of groups on as the string {@code [a b]}. */
  private static List<String> groups(Map<String, String> claims) {
    String groups = claims.getOrDefault("cognito:groups", claims.getOrDefault("groups", ""));
    return Arrays.asList(groups.replaceAll("^\\[|\\]$", "").split("[ ,]+"));
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
