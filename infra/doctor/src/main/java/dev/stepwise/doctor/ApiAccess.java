package dev.stepwise.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Whether the API turns away who has no token. Where API Gateway cannot read the issuer while the
 * stack is deployed, it leaves out the authorizer and all routes below it, and says so nowhere
 * (HTTP API Developer Guide, import: warnings).
 */
record ApiAccess(HttpClient http, Stack stack) implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The description is a part of the definition that API Gateway imports. */
  private static final String FORCED =
      "; where no parameter changes, CloudFormation leaves the API alone: give HttpApi in"
          + " template.yaml a Description that it has not had, and deploy";

  @Override
  public List<Finding> look() {
    String url = stack.output("ApiUrl") + "/tasks";
    try {
      return List.of(finding("API: GET " + url + " without a token answers ", status(url)));
    } catch (IOException | IllegalArgumentException e) {
      return List.of(
          Finding.mend(
              "API: %s does not answer (%s)".formatted(url, e.getClass().getSimpleName()),
              "look again from another network; if it stays so, see that the API is still there"));
    }
  }

  private Finding finding(String asked, int status) {
    return switch (status) {
      case 401 -> Finding.good("API: who has no token is refused");
      case 404 ->
          Finding.mend(
              asked + "404: it has lost the routes that need one",
              "their issuer could not be read when it was deployed: see to TokenIssuer (above),"
                  + " deploy again"
                  + FORCED
                  + "; or its execute-api endpoint was disabled by hand");
      case 403 ->
          Finding.mend(
              asked + "403: the call was let through, and the function alone refused it",
              "give the routes their authorizer again: deploy" + FORCED);
      case 200 ->
          Finding.mend(
              asked + "200: THE API IS OPEN, ANYBODY MAY READ AND SEND",
              "at once: aws apigatewayv2 update-api --disable-execute-api-endpoint --api-id "
                  + stack.resource("HttpApi")
                  + " (and take away the mapping of a custom domain; opt-out links stop too); then give the routes their authorizer again: deploy"
                  + FORCED
                  + ", and call --no-disable-execute-api-endpoint");
      default ->
          Finding.mend(asked + status + ", where 401 is right", "its access log says more of it");
    };
  }

  private int status(String url) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
