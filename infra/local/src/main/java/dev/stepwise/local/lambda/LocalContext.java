package dev.stepwise.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.stepwise.local.template.FunctionSpec;
import dev.stepwise.local.template.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What Lambda tells a handler about one invocation. The time that remains is real time. */
record LocalContext(FunctionSpec function, String requestId, long deadlineNanos)
    implements Context, LambdaLogger {

  static LocalContext of(FunctionSpec function) {
    var deadline = System.nanoTime() + function.timeout().toNanos();
    return new LocalContext(function, UUID.randomUUID().toString(), deadline);
  }

  void log(Throwable trouble) {
    var text = new StringWriter();
    trouble.printStackTrace(new PrintWriter(text));
    log(text.toString());
  }

  @Override
  public void log(String message) {
    System.err.println("[" + function.name() + "] " + message.stripTrailing());
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()));
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getFunctionName() {
    return Surroundings.STACK + "-" + function.name();
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:%s:%s:function:%s"
        .formatted(Surroundings.REGION, Surroundings.ACCOUNT, getFunctionName());
  }

  @Override
  public String getLogGroupName() {
    return "local";
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    return this;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }
}
