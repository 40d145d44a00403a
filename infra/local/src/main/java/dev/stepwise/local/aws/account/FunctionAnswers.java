package dev.stepwise.local.aws.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stepwise.local.aws.http.Refusal;
import dev.stepwise.local.store.Json;
import java.util.List;

/** What Lambda tells of the stack's functions: their alias has a version that is as deployed. */
final class FunctionAnswers {
  private static final String LATEST = "$LATEST";

  private FunctionAnswers() {}

  static JsonNode getFunctionConfiguration(List<StackSpec> stacks, JsonNode in) throws Refusal {
    var name = in.path("Name").asText();
    var qualifier = in.path("Qualifier").asText(LATEST);
    var function =
        stacks.stream()
            .flatMap(each -> each.ofType("AWS::Lambda::Function"))
            .filter(each -> each.physicalId().equals(name))
            .map(StackSpec.Resource::properties)
            .filter(
                each -> qualifier.equals(LATEST) || each.path("Alias").asText().equals(qualifier))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    404,
                    "ResourceNotFoundException",
                    "Function not found: %s:%s".formatted(name, qualifier)));
    return Json.object()
        .put("FunctionName", name)
        .put("Version", qualifier.equals(LATEST) ? LATEST : "1")
        .set("Environment", function.path("Environment"));
  }
}
