package dev.stepwise.doctor;

import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** How many functions may run at once: step-fire shares it with the API. */
record Concurrency(LambdaClient lambda, Stack stack) implements Check {
  /** What the API and the other functions should find free beside step-fire. */
  private static final int OTHERS = 90;

  @Override
  public List<Finding> look() {
    int free = lambda.getAccountSettings(ask -> {}).accountLimit().unreservedConcurrentExecutions();
    int wanted = Integer.parseInt(stack.parameter("StepFireConcurrency")) + OTHERS;
    String text = "Lambda: %d functions may run at once".formatted(free);
    return List.of(
        free >= wanted
            ? Finding.good(text)
            : Finding.mend(
                text + ", %d are wanted".formatted(wanted),
                "ask for a higher quota of concurrent executions (Service Quotas, Lambda)"));
  }
}
