package dev.stepwise.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The template that is deployed, as it is written, and with the names that things have here. */
final class Deployed {
  private static final Surroundings HERE =
      new Surroundings(
          Map.of(
              "SendingDomain", "example.com",
              "InboundDomain", "reply.example.com",
              "TokenIssuer", "https://issuer.example.com",
              "TokenAudience", "stepwise"),
          "http://api",
          "http://sqs");
  private static final Value TEMPLATE = YamlReader.read(text(file()));
  private static final Resolver RESOLVER = new Resolver(TEMPLATE, HERE);
  private static final Map<String, List<Statement>> LEAVE =
      functions().entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey,
                  function -> statements(function.getKey(), function.getValue())));

  private Deployed() {}

  /** What a policy allows: these actions on these resources. */
  record Statement(Set<String> actions, Set<String> resources) {
    boolean allows(String action, String resource) {
      return actions.contains(action)
          && resources.stream()
              .map(each -> "\\Q" + each.replace("*", "\\E.*\\Q") + "\\E")
              .anyMatch(each -> Pattern.matches(each, resource));
    }
  }

  /** The template as the local system takes it. */
  static StackTemplate stack() {
    return new TemplateParser(TEMPLATE, RESOLVER).parse();
  }

  /** Functions with their properties as they are written. */
  static Map<String, Value> functions() {
    return resources("AWS::Serverless::Function");
  }

  /** The variables of that function's own. */
  static Set<String> variables(String function) {
    return variables(Objects.requireNonNull(functions().get(function)));
  }

  /** The variables that every function has. */
  static Set<String> variablesOfAll() {
    return variables(TEMPLATE.field("Globals").field("Function"));
  }

  private static Set<String> variables(Value owner) {
    return owner.field("Environment").field("Variables").fields().keySet();
  }

  /** The properties of the resource of that id, as they are written. */
  static Value properties(String logicalId) {
    return TEMPLATE.field("Resources").field(logicalId).field("Properties");
  }

  /** Every statement of the functions' policies, as it is written. */
  static List<Value> writtenStatements() {
    return functions().values().stream()
        .flatMap(function -> function.field("Policies").items().stream())
        .flatMap(policy -> policy.field("Statement").items().stream())
        .toList();
  }

  /** Resources of a type, by logical id, with their properties as they are written. */
  static Map<String, Value> resources(String type) {
    return TEMPLATE.field("Resources").fields().entrySet().stream()
        .filter(each -> each.getValue().field("Type").equals(new Value.Text(type)))
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().field("Properties")));
  }

  /** What each function may do. */
  static Map<String, List<Statement>> leave() {
    return LEAVE;
  }

  /** The text of the project's file of that name. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The statements of a function's or a role's policies. */
  static List<Statement> statements(String name, Value properties) {
    return properties.field("Policies").items().stream()
        .flatMap(policy ->
            Stream.concat(
                policy.field("Statement").items().stream(),
                policy.field("PolicyDocument").field("Statement").items().stream()))
        .filter(statement -> statement.field("Effect").equals(new Value.Text("Allow")))
        .map(statement ->
            new Statement(
                texts(statement.field("Action"), name), texts(statement.field("Resource"), name)))
        .toList();
  }

  private static Set<String> texts(Value value, String where) {
    return switch (RESOLVER.resolve(value, where)) {
      case Value.Text(var text) -> Set.of(text);
      case Value.Items(var items) ->
          items.stream().map(item -> RESOLVER.text(item, where)).collect(Collectors.toSet());
      case Value.Fields _, Value.Call _ ->
          throw new TemplateException(where, "should be one text or a list of them");
    };
  }

  /** Tests run in their module's folder; the local system's own processes where the template is. */
  private static Path file() {
    Path here = Path.of("template.yaml");
    return Files.exists(here) ? here : Path.of("../../template.yaml");
  }
}
