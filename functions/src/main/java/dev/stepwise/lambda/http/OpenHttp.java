package dev.stepwise.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import dev.stepwise.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Serves the open routes of one function: no authorizer stands before them, and a caller is nobody
 * until a signature or a token within the request tells otherwise.
 */
public final class OpenHttp implements Endpoint {
  /** The largest body in bytes: what strangers send must not cost much. */
  static final int MAX_BODY = 256 * 1024;

  /** What answers a route. */
  public interface Route {
    Reply answer(OpenRequest request);
  }

  private final Map<String, Route> routes = new HashMap<>();

  /** Adds a route such as "POST /u/{token}". */
  public OpenHttp on(String route, Route answer) {
    routes.put(route, answer);
    return this;
  }

  @Override
  public void serve(InputStream in, OutputStream out, Context context) throws IOException {
    Exchange.serve(in, out, context, this::answer);
  }

  private Reply answer(Exchange exchange) {
    Route route = routes.get(exchange.route());
    return route == null
        ? Reply.problem(404, "there is no such route")
        : route.answer(request(exchange));
  }

  private static OpenRequest request(Exchange exchange) {
    return new OpenRequest(
        exchange.route(),
        exchange.path(),
        exchange.query(),
        exchange.headers(),
        Bytes.of(exchange.body(MAX_BODY)),
        exchange::timeLeft);
  }
}
