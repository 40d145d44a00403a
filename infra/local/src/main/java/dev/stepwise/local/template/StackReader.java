package dev.stepwise.local.template;

import dev.stepwise.local.aws.account.StackSpec;
import dev.stepwise.local.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a template as the stack that it becomes, and the stacks that are nested in it. */
public final class StackReader {
  private static final String NESTED = "AWS::CloudFormation::Stack";

  /** What SAM makes of its own kind. */
  private static final String FUNCTION = "AWS::Lambda::Function";

  /** Of these not only CloudFormation tells, so that their properties are wanted too. */
  private static final Set<String> TOLD =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::SES::ConfigurationSetEventDestination",
          "AWS::SES::EmailIdentity",
          "AWS::SES::ReceiptRule",
          "AWS::SNS::Subscription");

  private final Path file;
  private final Value template;
  private final Surroundings surroundings;
  private final Resolver resolver;

  private StackReader(Path file, Surroundings surroundings) {
    try {
      this.file = file;
      this.template = YamlReader.read(Files.readString(file));
      this.surroundings = surroundings;
      this.resolver = new Resolver(template, surroundings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The stack itself first; throws {@link TemplateException} for what is not known locally. */
  public static List<StackSpec> read(Path file, Surroundings surroundings) {
    return new StackReader(file, surroundings).read(surroundings.stack());
  }

  private List<StackSpec> read(String id) {
    var resources =
        existing("Resources").map(each -> resource(each.getKey(), each.getValue())).toList();
    var nested = new ArrayList<StackSpec>();
    var known = new HashMap<String, String>();
    for (var each : resources) {
      if (each.type().equals(NESTED)) {
        var inner = nested(each);
        nested.addAll(inner);
        inner
            .getFirst()
            .outputs()
            .forEach((name, value) -> known.put(each.logicalId() + ".Outputs." + name, value));
      }
    }
    nested.addFirst(
        new StackSpec(surroundings.stack(), id, resolver.parameters(), outputs(known), resources));
    return nested;
  }

  private Map<String, String> outputs(Map<String, String> nestedOutputs) {
    var knowing = new Resolver(template, surroundings, nestedOutputs);
    var outputs = new LinkedHashMap<String, String>();
    existing("Outputs")
        .forEach(each ->
            outputs.put(
                each.getKey(),
                knowing.text(each.getValue().field("Value"), "Outputs." + each.getKey())));
    return outputs;
  }

  private Stream<Map.Entry<String, Value>> existing(String section) {
    return template.field(section).fields().entrySet().stream()
        .filter(each -> resolver.exists(each.getValue(), each.getKey()));
  }

  private StackSpec.Resource resource(String logicalId, Value resource) {
    var named = resolver.named(logicalId, logicalId);
    var properties = resource.field("Properties");
    if (named.type().equals("AWS::Serverless::Function")) {
      var told = new FunctionParser(template, resolver).told(logicalId, properties);
      return new StackSpec.Resource(logicalId, FUNCTION, named.ref(), Json.tree(told));
    }
    var told =
        TOLD.contains(named.type()) ? resolver.resolve(properties, logicalId).plain() : Map.of();
    return new StackSpec.Resource(logicalId, named.type(), named.ref(), Json.tree(told));
  }

  private List<StackSpec> nested(StackSpec.Resource stack) {
    var where = stack.logicalId() + ".Properties";
    var properties = template.field("Resources").field(stack.logicalId()).field("Properties");
    var parameters = new LinkedHashMap<String, String>();
    properties
        .field("Parameters")
        .fields()
        .forEach((name, value) -> parameters.put(name, resolver.text(value, where + "." + name)));
    var name = resolver.named(stack.logicalId(), where).name();
    var inner = file.resolveSibling(resolver.text(properties.field("TemplateURL"), where));
    return new StackReader(inner, surroundings.nested(name, parameters)).read(stack.physicalId());
  }
}
