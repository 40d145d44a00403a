package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stays when the stack goes: what cannot be had again, or is others' too. */
class OutlivingTest {
  private static final Set<String> KEPT =
      Set.of(
          "AWS::DynamoDB::Table",
          "AWS::S3::Bucket",
          "AWS::Cognito::UserPool",
          "AWS::Cognito::UserPoolGroup",
          "AWS::Cognito::UserPoolClient",
          "AWS::SES::EmailIdentity");

  private static final Map<String, Value> RESOURCES = resources();

  @Test
  void it_stays_whether_it_is_removed_or_replaced_but_not_after_a_deployment_that_failed() {
    RESOURCES.forEach((name, resource) -> {
      var policies =
          List.of(resource.field("DeletionPolicy"), resource.field("UpdateReplacePolicy"));
      if (KEPT.contains(type(resource))) {
        assertThat(policies)
            .as(name)
            .containsExactly(new Value.Text("RetainExceptOnCreate"), new Value.Text("Retain"));
      } else {
        assertThat(resource.fields()).as(name).doesNotContainKeys("DeletionPolicy");
      }
    });
    assertThat(RESOURCES.values().stream().map(OutlivingTest::type)).containsAll(KEPT);
  }

  /** The identity is its domain: hence SendingIdentity. A user pool's name is no key. */
  @Test
  void a_second_deployment_does_not_meet_what_the_first_one_left() {
    assertThat(RESOURCES.values())
        .filteredOn(resource -> KEPT.contains(type(resource)))
        .allSatisfy(resource ->
            assertThat(resource.field("Properties").fields())
                .doesNotContainKeys("TableName", "BucketName"));
    assertThat(RESOURCES)
        .hasEntrySatisfying(
            "EmailIdentity",
            identity ->
                assertThat(identity.field("Condition")).isEqualTo(new Value.Text("MakesIdentity")));
  }

  /** A default configuration set that is gone stops whoever else sends from the domain. */
  @Test
  void the_identity_depends_on_nothing_that_goes() {
    assertThat(Deployed.properties("EmailIdentity").fields())
        .doesNotContainKeys("ConfigurationSetAttributes");
  }

  private static Map<String, Value> resources() {
    var all = new HashMap<String, Value>();
    for (var file :
        Arrays.asList("../../template.yaml", "../users.yaml", "../mail-receiving.yaml")) {
      all.putAll(YamlReader.read(Deployed.text(Path.of(file))).field("Resources").fields());
    }
    return all;
  }

  private static String type(Value resource) {
    return resource.field("Type") instanceof Value.Text(var type) ? type : "";
  }
}
