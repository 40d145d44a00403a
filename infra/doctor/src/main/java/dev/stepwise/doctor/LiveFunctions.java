package dev.stepwise.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;

/**
 * Whether callers, who reach the alias live, get the variables that were deployed: a change of a
 * parameter alone publishes no version. It tells names of variables, never values.
 */
record LiveFunctions(LambdaClient lambda, Stack stack) implements Check {
  @Override
  public List<Finding> look() {
    Map<String, List<String>> others = new TreeMap<>();
    stack
        .functions()
        .forEach((function, name) ->
            others(name)
                .forEach(variable ->
                    others.computeIfAbsent(variable, _ -> new ArrayList<>()).add(function)));
    return List.of(
        others.isEmpty()
            ? Finding.good("Functions: all %d run as deployed".formatted(stack.functions().size()))
            : Finding.mend(
                "Functions: what runs has another %s than was deployed".formatted(text(others)),
                "publish versions (infra/README.md, Changing parameters)"));
  }

  private static String text(Map<String, List<String>> functionsByVariable) {
    return functionsByVariable.entrySet().stream()
        .map(each -> "%s (%s)".formatted(each.getKey(), String.join(", ", each.getValue())))
        .collect(Collectors.joining(", "));
  }

  /** The variables of which live has another value than what was deployed last, or none. */
  private Set<String> others(String function) {
    Map<String, String> live = variables(function, "live");
    Map<String, String> deployed = variables(function, "$LATEST");
    Set<String> names = new TreeSet<>(live.keySet());
    names.addAll(deployed.keySet());
    names.removeIf(name -> Objects.equals(live.get(name), deployed.get(name)));
    return names;
  }

  /** Who may not decrypt them is told an error in their place, and two errors are alike too. */
  private Map<String, String> variables(String function, String qualifier) {
    EnvironmentResponse told =
        lambda
            .getFunctionConfiguration(ask -> ask.functionName(function).qualifier(qualifier))
            .environment();
    if (told == null || told.error() != null) {
      throw SdkClientException.create("the variables of " + function);
    }
    return told.variables();
  }
}
