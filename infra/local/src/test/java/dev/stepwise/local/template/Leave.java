package dev.stepwise.local.template;

import dev.stepwise.local.lambda.LocalFunction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

  /** Indexes that functions have read since this JVM began, as function and index. */
  public static Set<String> indexesRead() {
    return indexes(USED.stream().map(use -> use.function() + " " + use.resource()));
  }

  /** Indexes that functions may read, as function and index. */
  public static Set<String> indexesAllowed() {
    return indexes(
        Deployed.leave().entrySet().stream()
            .flatMap(function ->
                function.getValue().stream()
                    .flatMap(statement -> statement.resources().stream())
                    .map(resource -> function.getKey() + " " + resource)));
  }

  private static Set<String> indexes(Stream<String> resources) {
    return resources
        .filter(each -> each.contains("/index/"))
        .map(each -> each.replaceFirst(" .*/index/", " "))
        .collect(Collectors.toSet());
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
