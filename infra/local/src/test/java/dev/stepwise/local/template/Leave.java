package dev.stepwise.local.template;

import dev.stepwise.local.lambda.LocalFunction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Refuses what IAM would refuse: calls of a running function that its policies in the template do
 * not allow. The SDK finds it by its global list of interceptors, so that each journey proves the
 * policies as well.
 */
public final class Leave implements ExecutionInterceptor {
  private static final Set<Use> USED = ConcurrentHashMap.newKeySet();

  /** That a function needed leave for an action on a resource. */
  record Use(String function, String action, String resource) {
    boolean isAllowed() {
      return Deployed.leave().getOrDefault(function, List.of()).stream()
          .anyMatch(statement -> statement.allows(action, resource));
    }
  }

  /** What functions have needed leave for since this JVM began. */
  static Set<Use> used() {
    return Set.copyOf(USED);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    LocalFunction.running()
        .map(FunctionSpec::name)
        .filter(Deployed.leave()::containsKey)
        .ifPresent(function -> uses(function, context.request()).forEach(Leave::check));
  }

  private static Stream<Use> uses(String function, SdkRequest request) {
    return Actions.of(request).map(need -> new Use(function, need.action(), need.resource()));
  }

  private static void check(Use use) {
    USED.add(use);
    if (!use.isAllowed()) {
      throw new AssertionError("the template gives no leave: " + use);
    }
  }
}
