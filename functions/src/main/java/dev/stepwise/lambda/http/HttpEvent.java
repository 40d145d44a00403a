package dev.stepwise.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.stepwise.StepwiseException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an HTTP API hands a function, payload format 2.0, as far as we look at it. Not with
 * the generated codec of the other events: that takes no string of more than 32,768 characters, and
 * a request's body is one string.
 */
final class HttpEvent {
  private HttpEvent() {}

  static APIGatewayV2HTTPEvent read(byte[] event) {
    Map<?, ?> root = object(tree(event));
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(text(root.get("routeKey")))
        .withHeaders(strings(root.get("headers")))
        .withQueryStringParameters(strings(root.get("queryStringParameters")))
        .withPathParameters(strings(root.get("pathParameters")))
        .withRequestContext(context(object(root.get("requestContext"))))
        .withBody(text(root.get("body")))
        .withIsBase64Encoded(Boolean.TRUE.equals(root.get("isBase64Encoded")))
        .build();
  }

  private static RequestContext context(Map<?, ?> context) {
    Map<?, ?> jwt = object(object(context.get("authorizer")).get("jwt"));
    var claims = RequestContext.Authorizer.JWT.builder().withClaims(strings(jwt.get("claims")));
    var authorizer = RequestContext.Authorizer.builder().withJwt(claims.build()).build();
    return RequestContext.builder().withAuthorizer(authorizer).build();
  }

  private static @Nullable Object tree(byte[] event) {
    try {
      return Json.parse(new String(event, StandardCharsets.UTF_8));
    } catch (Json.Malformed e) {
      throw new StepwiseException("an HTTP API's event is no JSON", e);
    }
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  private static Map<String, String> strings(@Nullable Object value) {
    Map<String, String> strings = new LinkedHashMap<>();
    object(value).forEach((name, each) -> strings.put((String) name, String.valueOf(each)));
    return strings;
  }
}
