package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.local.aws.account.StackSpec;
import dev.stepwise.local.store.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** What is told of the account; infra/doctor reads it with the SDK's own clients. */
class AccountTest {
  private static final StackSpec STACK =
      new StackSpec(
          "stepwise",
          "an-id",
          Map.of("SendingDomain", "example.com"),
          Map.of("Record", "TXT \"a & <b>\""),
          List.of(
              new StackSpec.Resource(
                  "Reader",
                  "AWS::Lambda::Function",
                  "stepwise-Reader",
                  Json.tree(
                      Map.of("Alias", "live", "Environment", Map.of("Variables", Map.of()))))));
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static AwsUnderTest local;
  private static SesV2Client ses;

  @BeforeAll
  static void start() {
    local = AwsUnderTest.inMemory();
    ses = local.ses();
    local.aws.account().deploy(() -> List.of(STACK));
  }

  @AfterAll
  static void stop() {
    ses.close();
    local.close();
  }

  @AfterEach
  void restore() {
    local.aws.account().restore();
  }

  @Test
  void the_sending_domain_is_the_only_identity() {
    assertThat(ses.getEmailIdentity(r -> r.emailIdentity("example.com")).verifiedForSendingStatus())
        .isTrue();
    assertThatThrownBy(() -> ses.getEmailIdentity(r -> r.emailIdentity("example.org")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void an_answer_is_amended_and_denied_until_it_is_restored() {
    local.aws.account().amend("GetAccount", answer -> answer.replace("HEALTHY", "SHUTDOWN"));
    assertThat(ses.getAccount(r -> {}).enforcementStatus()).isEqualTo("SHUTDOWN");

    local.aws.account().deny("GetAccount");
    assertThatThrownBy(() -> ses.getAccount(r -> {}))
        .isInstanceOfSatisfying(
            SesV2Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));

    local.aws.account().restore();
    assertThat(ses.getAccount(r -> {}).enforcementStatus()).isEqualTo("HEALTHY");
  }

  @Test
  void a_stack_is_told_by_its_name_or_its_id_as_xml() throws Exception {
    var byName = query("Action=DescribeStacks&StackName=stepwise");

    assertThat(byName.statusCode()).isEqualTo(200);
    assertThat(byName.body())
        .startsWith("<DescribeStacksResponse><DescribeStacksResult><Stacks><member>")
        .contains("<OutputValue>TXT \"a &amp; &lt;b&gt;\"</OutputValue>");
    assertThat(query("Action=DescribeStacks&StackName=an-id").body()).isEqualTo(byName.body());
  }

  @Test
  void an_unknown_stack_or_operation_is_refused_in_the_same_shape() throws Exception {
    assertThat(query("Action=DescribeStacks&StackName=other").body())
        .isEqualTo(
            "<ErrorResponse><Error><Code>ValidationError</Code>"
                + "<Message>Stack with id other does not exist</Message></Error></ErrorResponse>");
    assertThat(query("Action=CreateStack").body()).contains("no operation CreateStack");
  }

  @Test
  void a_function_is_told_as_its_alias_has_it_and_as_it_is() throws Exception {
    assertThat(function("stepwise-Reader", "?Qualifier=live").body()).isEqualTo(told("1"));
    assertThat(function("stepwise-Reader", "?Qualifier=%24LATEST").body())
        .isEqualTo(told("$LATEST"));
    assertThat(function("stepwise-Reader", "").body()).isEqualTo(told("$LATEST"));
  }

  @ParameterizedTest
  @CsvSource({"stepwise-Writer,live", "stepwise-Reader,other"})
  void an_unknown_function_or_alias_is_not_found(String name, String alias) throws Exception {
    var answer = function(name, "?Qualifier=" + alias);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("ResourceNotFoundException");
  }

  private static String told(String version) {
    return """
    {"FunctionName":"stepwise-Reader","Version":"%s","Environment":{"Variables":{}}}\
    """
        .formatted(version);
  }

  private static HttpResponse<String> function(String name, String query) throws Exception {
    var path = "/2015-03-31/functions/%s/configuration%s".formatted(name, query);
    return send(HttpRequest.newBuilder(endpoint().resolve(path)).GET());
  }

  private static HttpResponse<String> query(String form) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(endpoint()).POST(BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static URI endpoint() {
    return Objects.requireNonNull(local.aws.endpoints().get("account"));
  }
}
