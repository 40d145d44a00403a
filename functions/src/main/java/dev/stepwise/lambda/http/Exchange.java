package dev.stepwise.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.stepwise.StaleVersionException;
import dev.stepwise.lambda.Events;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call through the HTTP API, whoever calls: the event's parts, and the answer to it. */
record Exchange(APIGatewayV2HTTPEvent event, Context context) {
  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  /** Reads the event, has it answered, writes the answer. */
  static void serve(
      InputStream in, OutputStream out, Context context, Function<Exchange, Reply> answer)
      throws IOException {
    Exchange exchange = new Exchange(Events.http(in.readAllBytes()), context);
    Reply reply = exchange.safely(answer);
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.put("content-type", reply.contentType());
    APIGatewayV2HTTPResponse response =
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(reply.status())
            .withHeaders(headers)
            .withBody(reply.content())
            .build();
    out.write(Events.http(response));
  }

  private Reply safely(Function<Exchange, Reply> answer) {
    try {
      return answer.apply(this);
    } catch (RefusedException refused) {
      return refused.reply();
    } catch (StaleVersionException race) {
      return Reply.problem(409, race.getMessage() + ": look at it and try again");
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "request " + context.getAwsRequestId() + " failed", trouble);
      return Reply.problem(500, "this is our fault; request " + context.getAwsRequestId());
    }
  }

  String route() {
    return event.getRouteKey();
  }

  Map<String, String> path() {
    return orEmpty(event.getPathParameters());
  }

  Map<String, String> query() {
    return orEmpty(event.getQueryStringParameters());
  }

  /** By name, in lower case. */
  Map<String, String> headers() {
    return orEmpty(event.getHeaders());
  }

  /** What the authorizer read from the token; nothing where there is none. */
  Map<String, String> claims() {
    var authorizer = event.getRequestContext().getAuthorizer();
    var jwt = authorizer == null ? null : authorizer.getJwt();
    return jwt == null ? Map.of() : orEmpty(jwt.getClaims());
  }

  Duration timeLeft() {
    return Duration.ofMillis(context.getRemainingTimeInMillis());
  }

  /** The very bytes that were sent; more than {@code max} of them are refused. */
  byte[] body(int max) {
    String body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    byte[] bytes =
        event.getIsBase64Encoded()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > max) {
      throw new RefusedException(
          Reply.problem(413, "the body must have at most " + max + " bytes"));
    }
    return bytes;
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
