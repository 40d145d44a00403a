package dev.stepwise.local.elsewhere;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** Where the tests go: to a named endpoint, or to LocalStack in a container. */
final class Place {
  /** The last image that starts without a token; its edition has no SES v2. */
  private static final String FREE = "localstack/localstack:4.14.0";

  private static final String WITH_TOKEN = "localstack/localstack-pro:4.14.0";
  private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

  private Place() {}

  /** The endpoint; whoever named none, or has no Docker for LocalStack, skips and is told why. */
  static Elsewhere reached() {
    String endpoint = System.getProperty("aws.endpoint", "");
    if (!endpoint.isEmpty()) {
      return new Elsewhere(URI.create(endpoint), lacking());
    }
    assumeTrue(Boolean.getBoolean("localstack"), "neither -Daws.endpoint=URL nor -Plocalstack");
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (!docker) {
      System.out.println("Not run on LocalStack: there is no Docker here");
    }
    assumeTrue(docker, "there is no Docker here");
    return localStack(Optional.ofNullable(System.getenv(TOKEN)).filter(token -> !token.isBlank()));
  }

  /** Services that the named endpoint is said to lack, as the SDK names them, parted by commas. */
  private static Set<String> lacking() {
    var lacking =
        Stream.of(System.getProperty("aws.lacking", "").split(","))
            .filter(service -> !service.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (!Elsewhere.SERVICES.containsAll(lacking)) {
      throw new IllegalArgumentException(
          "aws.lacking must be some of %s: %s".formatted(Elsewhere.SERVICES, lacking));
    }
    return lacking;
  }

  /** The container ends with this process. */
  @SuppressWarnings("resource")
  private static Elsewhere localStack(Optional<String> token) {
    String image = token.isPresent() ? WITH_TOKEN : FREE;
    var name = DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack");
    LocalStackContainer container = new LocalStackContainer(name);
    token.ifPresent(value -> container.withEnv(TOKEN, value));
    container.start();
    return new Elsewhere(container.getEndpoint(), token.isPresent() ? Set.of() : Set.of("sesv2"));
  }
}
