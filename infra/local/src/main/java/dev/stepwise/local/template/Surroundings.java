package dev.stepwise.local.template;

import java.util.Map;
import java.util.Optional;

/**
 * What a template cannot know itself.
 *
 * @param parameters values for the template's parameters; the others take their defaults
 * @param apiUrl the base URL of the local API, without a slash at its end
 * @param sqsUrl the base URL of the local SQS, without a slash at its end
 * @param stack the stack's name
 */
public record Surroundings(
    Map<String, String> parameters, String apiUrl, String sqsUrl, String stack) {
  public static final String REGION = "us-east-1";
  public static final String ACCOUNT = "000000000000";
  public static final String STACK = "stepwise";

  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region",
          REGION,
          "AWS::AccountId",
          ACCOUNT,
          "AWS::Partition",
          "aws",
          "AWS::URLSuffix",
          "amazonaws.com");

  /** Those of the main stack. */
  public Surroundings(Map<String, String> parameters, String apiUrl, String sqsUrl) {
    this(parameters, apiUrl, sqsUrl, STACK);
  }

  /** Those of a stack that is nested here. */
  Surroundings nested(String name, Map<String, String> given) {
    return new Surroundings(given, apiUrl, sqsUrl, name);
  }

  Optional<String> pseudoParameter(String name) {
    return name.equals("AWS::StackName")
        ? Optional.of(stack)
        : Optional.ofNullable(PSEUDO_PARAMETERS.get(name));
  }
}
