package dev.stepwise.local.template;

import java.util.Map;

/**
 * What a template cannot know itself.
 *
 * @param parameters values for the template's parameters; the others take their defaults
 * @param apiUrl the base URL of the local API, without a slash at its end
 * @param sqsUrl the base URL of the local SQS, without a slash at its end
 */
public record Surroundings(Map<String, String> parameters, String apiUrl, String sqsUrl) {
  public static final String REGION = "us-east-1";
  public static final String ACCOUNT = "000000000000";
  public static final String STACK = "stepwise";

  static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region", REGION,
          "AWS::AccountId", ACCOUNT,
          "AWS::Partition", "aws",
          "AWS::URLSuffix", "amazonaws.com",
          "AWS::StackName", STACK);
}
