package dev.stepwise.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveFunctionsTest {
  @RegisterExtension static final Deployment DEPLOYMENT = new Deployment();

  @Test
  void functions_that_run_as_deployed_are_good() {
    DEPLOYMENT.amend("GetFunctionConfiguration", "100000", "14");

    assertThat(told()).isEqualTo(Finding.good("Functions: all 16 run as deployed"));
  }

  @Test
  void a_parameter_that_was_deployed_and_not_published_is_told() {
    published("\"SENDS_PER_SECOND\":\"100000\"", "\"SENDS_PER_SECOND\":\"14\"");

    assertThat(told())
        .isEqualTo(
            Finding.mend(
                "Functions: what runs has another SENDS_PER_SECOND (StepFireFunction)"
                    + " than was deployed",
                "publish versions (infra/README.md, Changing parameters)"));
  }

  @Test
  void variables_that_one_side_lacks_are_told_with_all_functions_that_have_them() {
    published("\"PUBLIC_URL\"", "\"OLD_URL\"");

    assertThat(told().text())
        .isEqualTo(
            "Functions: what runs has another OLD_URL (InboundReplyFunction, StepFireFunction),"
                + " PUBLIC_URL (InboundReplyFunction, StepFireFunction) than was deployed");
  }

  @Test
  void variables_that_are_not_told_are_never_good() {
    DEPLOYMENT.amend(
        "GetFunctionConfiguration",
        "\"Variables\"",
        "\"Error\":{\"ErrorCode\":\"AccessDeniedException\"},\"Others\"");

    assertThat(told().isToBeMended()).isTrue();
    assertThat(told().text())
        .isEqualTo("Functions: AWS does not tell: the variables of stepwise-AttachmentsFunction");
  }

  @Test
  void a_stack_without_functions_is_never_good() {
    DEPLOYMENT.amend("ListStackResources", "AWS::Lambda::Function", "AWS::Logs::LogGroup");

    assertThat(told().isToBeMended()).isTrue();
    assertThat(told().text())
        .isEqualTo("Functions: the stack has no resource of type AWS::Lambda::Function");
  }

  /** In what live has says one thing in the place of another. */
  private static void published(String from, String to) {
    DEPLOYMENT
        .account()
        .amend(
            "GetFunctionConfiguration",
            answer -> answer.contains("$LATEST") ? answer : answer.replace(from, to));
  }

  private static Finding told() {
    return DEPLOYMENT.look().stream()
        .filter(each -> each.text().startsWith("Functions:"))
        .findFirst()
        .orElseThrow();
  }
}
