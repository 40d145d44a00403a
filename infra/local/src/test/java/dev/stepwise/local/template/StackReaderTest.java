package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stepwise.local.aws.account.StackSpec;
import dev.stepwise.local.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackReaderTest {
  private static final String OUTER =
      """
      Parameters:
        Domain: { Type: String }
        Receive: { Type: String, Default: "yes" }
      Conditions:
        Receives: !Equals [!Ref Receive, "yes"]
      Globals:
        Function:
          AutoPublishAlias: live
          Environment: { Variables: { DOMAIN: !Ref Domain } }
      Resources:
        Topic: { Type: AWS::SNS::Topic }
        Reader:
          Type: AWS::Serverless::Function
          Properties: { Environment: { Variables: { TOPIC: !Ref Topic } } }
        Identity:
          Type: AWS::SES::EmailIdentity
          Properties: { EmailIdentity: !Ref Domain }
        Inner:
          Type: AWS::CloudFormation::Stack
          Condition: Receives
          Properties:
            TemplateURL: inner.yaml
            Parameters: { Function: !Ref Reader.Alias }
      Outputs:
        Dkim: { Value: !Sub "${Identity.DkimDNSTokenName2} CNAME ${Identity.DkimDNSTokenValue2}" }
        Rules: { Condition: Receives, Value: !GetAtt Inner.Outputs.Name }
      """;
  private static final String INNER =
      """
      Parameters:
        Function: { Type: String }
      Resources:
        RuleSet: { Type: AWS::SES::ReceiptRuleSet }
        Rule:
          Type: AWS::SES::ReceiptRule
          Properties: { RuleSetName: !Ref RuleSet, Rule: { Calls: [!Ref Function] } }
      Outputs:
        Name: { Value: !Ref RuleSet }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("outer.yaml"), OUTER);
    Files.writeString(folder.resolve("inner.yaml"), INNER);
  }

  @Test
  void a_stack_has_its_parameters_and_its_resources_by_what_they_are_called() {
    var outer = read(Map.of("Domain", "example.com")).getFirst();

    assertThat(outer.parameters()).isEqualTo(Map.of("Domain", "example.com", "Receive", "yes"));
    assertThat(outer.resources())
        .extracting(StackSpec.Resource::logicalId, StackSpec.Resource::physicalId)
        .contains(
            tuple("Topic", "arn:aws:sns:us-east-1:000000000000:stepwise-Topic"),
            tuple("Identity", "example.com"));
  }

  @Test
  void functions_are_of_the_kind_that_sam_makes_with_their_variables_and_alias() {
    var outer = read(Map.of("Domain", "example.com")).getFirst();

    var reader = outer.resources().get(1);
    assertThat(reader.type()).isEqualTo("AWS::Lambda::Function");
    assertThat(reader.physicalId()).isEqualTo("stepwise-Reader");
    assertThat(reader.properties())
        .isEqualTo(
            Json.tree(
                Map.of(
                    "Alias",
                    "live",
                    "Environment",
                    Map.of(
                        "Variables",
                        Map.of(
                            "DOMAIN", "example.com",
                            "TOPIC", "arn:aws:sns:us-east-1:000000000000:stepwise-Topic")))));
  }

  @Test
  void what_a_nested_stack_puts_out_is_known_outside() {
    var outer = read(Map.of("Domain", "example.com")).getFirst();

    assertThat(outer.outputs())
        .containsEntry("Dkim", "local2._domainkey.example.com CNAME local2.dkim.amazonses.com")
        .containsEntry("Rules", "stepwise-Inner-RuleSet");
  }

  @Test
  void a_nested_stack_is_known_by_the_id_that_its_resource_has() {
    var stacks = read(Map.of("Domain", "example.com"));

    var inner = stacks.getLast();
    assertThat(stacks).hasSize(2);
    assertThat(stacks.getFirst().resources())
        .extracting(StackSpec.Resource::physicalId)
        .contains(inner.id());
    assertThat(inner.resources().getLast().properties().at("/Rule/Calls/0").asText())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:stepwise-Reader:live");
  }

  @Test
  void conditions_leave_stacks_and_outputs_out() {
    var stacks = read(Map.of("Domain", "example.com", "Receive", "no"));

    assertThat(stacks).hasSize(1);
    assertThat(stacks.getFirst().outputs()).containsOnlyKeys("Dkim");
  }

  @Test
  void what_is_not_known_is_named() throws IOException {
    Files.writeString(folder.resolve("inner.yaml"), INNER.replace("Name:", "Other:"));

    assertThatThrownBy(() -> read(Map.of("Domain", "example.com")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Outputs.Rules")
        .hasMessageContaining("Inner.Outputs.Name");
  }

  private List<StackSpec> read(Map<String, String> parameters) {
    var here = new Surroundings(parameters, "http://api:1", "http://sqs:2");
    return StackReader.read(folder.resolve("outer.yaml"), here);
  }
}
