package dev.stepwise.local.aws;

import dev.stepwise.local.store.Json;
import java.io.EOFException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Faults in front of DynamoDB Local. */
final class DynamoDbFaults extends Handler.Wrapper {
  private static final String SHAPES = "com.amazonaws.dynamodb.v20120810#";
  private final Faults faults;

  DynamoDbFaults(Handler handler, Faults faults) {
    super(handler);
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var target = String.valueOf(request.getHeaders().get("X-Amz-Target"));
    var fault = faults.next("dynamodb", target.substring(target.indexOf('.') + 1));
    return switch (fault) {
      case NONE -> super.handle(request, response, callback);
      case TIMEOUT_AFTER ->
          super.handle(request, new Unanswered(request, response, callback), Callback.NOOP);
      case TIMEOUT_BEFORE -> cut(request, callback);
      case THROTTLE -> refuse(response, callback, 400, "ProvisionedThroughputExceededException");
      case FAIL, CRASH -> refuse(response, callback, 500, "InternalServerError");
    };
  }

  private static boolean cut(Request request, Callback callback) {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new EOFException("a time-out that was asked for"));
    return true;
  }

  private static boolean refuse(Response response, Callback callback, int status, String code) {
    var body = Json.object().put("__type", SHAPES + code).put("message", "asked for");
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
    response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
    return true;
  }

  /** A response whose writing cuts the connection instead. */
  private static final class Unanswered extends Response.Wrapper {
    private final Callback end;

    Unanswered(Request request, Response response, Callback end) {
      super(request, response);
      this.end = end;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
      cut(getRequest(), end);
    }
  }
}
