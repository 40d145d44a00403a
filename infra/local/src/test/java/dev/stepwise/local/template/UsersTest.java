package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** infra/users.yaml: the people of a team that brings no issuer of its own. */
class UsersTest {
  private static final Value USERS = YamlReader.read(Deployed.text(Path.of("../users.yaml")));

  /** The functions know these two words: see the authority matrix. */
  @Test
  void the_pool_has_the_groups_that_decide() {
    assertThat(properties("AWS::Cognito::UserPoolGroup").map(each -> each.field("GroupName")))
        .containsExactlyInAnyOrder(new Value.Text("admin"), new Value.Text("rep"));
  }

  @Test
  void nobody_signs_up_and_a_group_gives_no_role() {
    assertThat(properties("AWS::Cognito::UserPool"))
        .extracting(pool -> pool.field("AdminCreateUserConfig").field("AllowAdminCreateUserOnly"))
        .containsExactly(new Value.Text("true"));
    assertThat(properties("AWS::Cognito::UserPoolGroup"))
        .noneMatch(group -> group.fields().containsKey("RoleArn"));
  }

  /** Otherwise anybody could have a token made with a group as a claim of their own. */
  @Test
  void a_client_may_write_no_claim_that_names_groups() {
    assertThat(properties("AWS::Cognito::UserPool"))
        .noneMatch(pool -> pool.fields().containsKey("Schema"))
        .noneMatch(pool -> pool.fields().containsKey("LambdaConfig"));
  }

  @Test
  void the_pool_is_made_just_where_no_issuer_is_named() {
    var template = YamlReader.read(Deployed.text(Path.of("../../template.yaml")));

    assertThat(template.field("Resources").field("Users").field("Condition"))
        .isEqualTo(new Value.Text("MakesUserPool"));
    assertThat(List.of("", "https://issuer.example.com"))
        .extracting(issuer -> made(template, issuer))
        .containsExactly(true, false);
  }

  private static boolean made(Value template, String issuer) {
    var here = new Surroundings(Map.of("TokenIssuer", issuer), "http://api", "http://sqs");
    return new Resolver(template, here).exists(template.field("Resources").field("Users"), "Users");
  }

  private static Stream<Value> properties(String type) {
    return USERS.field("Resources").fields().values().stream()
        .filter(each -> each.field("Type").equals(new Value.Text(type)))
        .map(each -> each.field("Properties"));
  }
}
