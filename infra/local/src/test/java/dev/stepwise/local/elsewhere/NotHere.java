package dev.stepwise.local.elsewhere;

import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what an endpoint that is not ours cannot do, and says why: on the console as well. */
final class NotHere implements ExecutionCondition {
  private static final String TIME = "its time cannot be moved";

  private static final Map<String, String> REASONS =
      Map.of(
          "a_timer_wakes_at_its_second_and_not_before", TIME,
          "a_timer_that_is_set_twice_wakes_once", TIME,
          "what_is_due_within_a_minute_is_not_taken_early", TIME,
          "many_wakes_are_spread_evenly_over_a_while", TIME,
          "what_comes_back_can_be_made_to_wait", TIME);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String test = context.getTestMethod().map(Method::getName).orElse("");
    String reason = REASONS.get(test);
    if (reason == null) {
      return ConditionEvaluationResult.enabled("it can be done");
    }
    System.out.println("Not run elsewhere: " + test + ": " + reason);
    return ConditionEvaluationResult.disabled(reason);
  }
}
