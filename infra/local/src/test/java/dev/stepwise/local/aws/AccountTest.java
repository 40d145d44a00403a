package dev.stepwise.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.local.aws.account.StackSpec;
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
          List.of());
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

  private static HttpResponse<String> query(String form) throws IOException, InterruptedException {
    URI endpoint = Objects.requireNonNull(local.aws.endpoints().get("account"));
    return HTTP.send(
        HttpRequest.newBuilder(endpoint).POST(BodyPublishers.ofString(form)).build(),
        BodyHandlers.ofString());
  }
}
