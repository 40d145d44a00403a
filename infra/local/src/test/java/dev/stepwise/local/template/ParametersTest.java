package dev.stepwise.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer is asked, and what is refused before anything is made. */
class ParametersTest {
  private static final Value TEMPLATE =
      YamlReader.read(Deployed.text(Path.of("../../template.yaml")));
  private static final Map<String, Value> PARAMETERS = TEMPLATE.field("Parameters").fields();
  private static final Value CONSOLE =
      TEMPLATE.field("Metadata").field("AWS::CloudFormation::Interface");

  @Test
  void only_the_two_domains_must_be_said() {
    var asked =
        PARAMETERS.entrySet().stream()
            .filter(each -> !each.getValue().fields().containsKey("Default"))
            .map(Map.Entry::getKey);

    assertThat(asked).containsExactly("SendingDomain", "InboundDomain");
  }

  @Test
  void each_parameter_says_what_it_is_and_what_would_be_right() {
    assertThat(PARAMETERS)
        .allSatisfy((name, parameter) -> {
          var said = parameter.fields().keySet();
          assertThat(text(parameter.field("Description"))).as(name).hasSizeGreaterThan(30);
          assertThat(said).as(name).containsAnyOf("AllowedValues", "AllowedPattern", "MinValue");
          if (!said.contains("AllowedValues")) {
            assertThat(said).as(name).contains("ConstraintDescription");
          }
        });
  }

  @Test
  void defaults_are_allowed() {
    assertThat(PARAMETERS.values())
        .filteredOn(parameter -> parameter.fields().containsKey("Default"))
        .allSatisfy(parameter -> {
          var given = text(parameter.field("Default"));
          if (parameter.fields().containsKey("AllowedPattern")) {
            assertThat(given).matches(text(parameter.field("AllowedPattern")));
          }
          if (parameter.fields().containsKey("AllowedValues")) {
            assertThat(texts(parameter.field("AllowedValues"))).contains(given);
          }
        });
  }

  @Test
  void the_console_shows_each_parameter_once_and_by_a_name() {
    var shown =
        CONSOLE.field("ParameterGroups").items().stream()
            .flatMap(group -> texts(group.field("Parameters")).stream())
            .toList();

    assertThat(shown).containsExactlyInAnyOrderElementsOf(PARAMETERS.keySet());
    assertThat(CONSOLE.field("ParameterLabels").fields()).containsOnlyKeys(PARAMETERS.keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "InboundDomain=reply.example.com;                                   ",
        "InboundDomain=example.com;                      RepliesHaveADomainOfTheirOwn",
        "TokenIssuer=https://issuer.example.com;         OwnIssuerIsWhole",
        "TokenAudience=stepwise;                         OwnIssuerIsWhole",
        "TokenIssuer=https://a.example TokenAudience=b;  ",
        "SignInPrefix=team;                              ",
        "TokenIssuer=https://a.example TokenAudience=b SignInPrefix=team; NoSignInPageWithoutAPool"
      })
  void what_cannot_work_is_refused(String given, String rule) {
    var values =
        new HashMap<>(Map.of("SendingDomain", "example.com", "InboundDomain", "r.example"));
    for (var each : given.split(" ", -1)) {
      values.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
    }

    assertThat(broken(values)).isEqualTo(rule == null ? Set.of() : Set.of(rule));
  }

  private static Set<String> broken(Map<String, String> values) {
    return TEMPLATE.field("Rules").fields().entrySet().stream()
        .filter(rule ->
            !rule.getValue().field("Assertions").items().stream()
                .allMatch(assertion -> holds(assertion.field("Assert"), values)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The few of CloudFormation's rule functions that the template uses. */
  private static boolean holds(Value value, Map<String, String> values) {
    if (!(value instanceof Value.Call(var function, var argument))) {
      throw new IllegalArgumentException(value + " is no condition");
    }
    var parts = argument.items();
    return switch (function) {
      case "And" -> parts.stream().allMatch(part -> holds(part, values));
      case "Or" -> parts.stream().anyMatch(part -> holds(part, values));
      case "Not" -> !holds(parts.getFirst(), values);
      case "Equals" -> said(parts.getFirst(), values).equals(said(parts.getLast(), values));
      default -> throw new IllegalArgumentException(function + " is not known here");
    };
  }

  private static String said(Value value, Map<String, String> values) {
    if (!(value instanceof Value.Call(_, Value.Text(var name)))) {
      return text(value);
    }
    var parameter = PARAMETERS.getOrDefault(name, value);
    return values.getOrDefault(name, text(parameter.field("Default")));
  }

  private static List<String> texts(Value items) {
    return items.items().stream().map(ParametersTest::text).toList();
  }

  private static String text(Value value) {
    return value instanceof Value.Text(var text) ? text : "";
  }
}
