package dev.stepwise.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stepwise.local.template.FunctionSpec;
import dev.stepwise.local.template.TemplateException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A function of the template with its handler, ready to be invoked. One handler serves calls in
 * parallel, where Lambda would keep one a call.
 */
public final class LocalFunction {
  private static final InheritableThreadLocal<FunctionSpec> RUNNING =
      new InheritableThreadLocal<>();

  private final FunctionSpec spec;
  private final RequestStreamHandler handler;

  LocalFunction(FunctionSpec spec, RequestStreamHandler handler) {
    this.spec = spec;
    this.handler = handler;
  }

  /** Makes the handler by its constructor that takes the environment and the clock. */
  public static LocalFunction load(FunctionSpec spec, InstantSource clock) {
    try {
      var made =
          Class.forName(spec.handler())
              .getConstructor(Map.class, InstantSource.class)
              .newInstance(spec.environment(), clock);
      if (made instanceof RequestStreamHandler handler) {
        return new LocalFunction(spec, handler);
      }
      throw problem(spec, "is no RequestStreamHandler");
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(spec.name() + ": its handler cannot be made", e.getCause());
    } catch (ClassNotFoundException e) {
      throw problem(spec, "does not exist");
    } catch (ReflectiveOperationException e) {
      throw problem(spec, "needs a public constructor (Map<String, String>, InstantSource)");
    }
  }

  /** The function that runs in this thread, or in the thread that began this one. */
  public static Optional<FunctionSpec> running() {
    return Optional.ofNullable(RUNNING.get());
  }

  public FunctionSpec spec() {
    return spec;
  }

  /** Runs the handler; empty when it failed, after its trouble was logged as Lambda would. */
  public Optional<byte[]> invoke(byte[] event) {
    var context = LocalContext.of(spec);
    var answer = new ByteArrayOutputStream();
    RUNNING.set(spec);
    try {
      handler.handleRequest(new ByteArrayInputStream(event), answer, context);
      return Optional.of(answer.toByteArray());
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      context.log(e);
      return Optional.empty();
    } finally {
      RUNNING.remove();
    }
  }

  private static TemplateException problem(FunctionSpec spec, String problem) {
    return new TemplateException(spec.name() + ".Handler", spec.handler() + " " + problem);
  }
}
