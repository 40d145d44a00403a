package dev.stepwise.local;

import dev.stepwise.local.template.Surroundings;
import java.net.URI;
import java.util.Map;

/**
 * Leads the AWS SDK's clients to the local services by the SDK's own system properties, which it
 * ignores without a word when one is misspelt.
 */
final class SdkSettings {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "dynamodb", "aws.endpointUrlDynamoDb",
          "sesv2", "aws.endpointUrlSesV2",
          "scheduler", "aws.endpointUrlScheduler",
          "sqs", "aws.endpointUrlSqs",
          "ssm", "aws.endpointUrlSsm",
          "s3", "aws.endpointUrlS3");

  private SdkSettings() {}

  static void pointTo(Map<String, URI> endpoints) {
    PROPERTIES.forEach((service, property) -> {
      var endpoint = endpoints.get(service);
      if (endpoint == null) {
        throw new IllegalStateException("there is no local " + service);
      }
      System.setProperty(property, endpoint.toString());
    });
    System.setProperty("aws.region", Surroundings.REGION);
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
  }
}
