package dev.stepwise.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves Ref, Sub, GetAtt and If as CloudFormation does, against the local system's names; what
 * nested stacks put out as it is given.
 */
final class Resolver {
  private static final String ALIAS = ".Alias";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  private final Value template;
  private final Surroundings surroundings;
  private final Map<String, String> nestedOutputs;

  Resolver(Value template, Surroundings surroundings) {
    this(template, surroundings, Map.of());
  }

  /** {@code nestedOutputs} by what GetAtt calls them, such as {@code Alarms.Outputs.Topic}. */
  Resolver(Value template, Surroundings surroundings, Map<String, String> nestedOutputs) {
    this.template = template;
    this.surroundings = surroundings;
    this.nestedOutputs = nestedOutputs;
  }

  Value resolve(Value value, String where) {
    return switch (value) {
      case Value.Text text -> text;
      case Value.Items(var items) ->
          new Value.Items(items.stream().map(item -> resolve(item, where)).toList());
      case Value.Fields(var fields) -> resolveFields(fields, where);
      case Value.Call(var function, var argument) -> call(function, argument, where);
    };
  }

  String text(Value value, String where) {
    if (resolve(value, where) instanceof Value.Text(var text)) {
      return text;
    }
    throw new TemplateException(where, "should be one text or number");
  }

  /** Whether a resource without a condition, or with one that holds, exists. */
  boolean exists(Value resource, String logicalId) {
    return !(resource.fields().get("Condition") instanceof Value.Text(var name))
        || condition(name, logicalId);
  }

  private Value.Fields resolveFields(Map<String, Value> fields, String where) {
    var resolved = new LinkedHashMap<String, Value>();
    fields.forEach((name, value) -> {
      if (name.startsWith("Fn::") || name.equals("Ref")) {
        throw new TemplateException(where, "write " + name + " in its short form, with a !");
      }
      resolved.put(name, resolve(value, where + "." + name));
    });
    return new Value.Fields(resolved);
  }

  private Value call(String function, Value argument, String where) {
    return switch (function) {
      case "Ref" -> new Value.Text(ref(text(argument, where), where));
      case "Sub" -> new Value.Text(substitute(text(argument, where), where));
      case "GetAtt" -> new Value.Text(attribute(text(argument, where), where));
      case "If" -> choose(argument, where);
      default -> throw new TemplateException(where, "!" + function + " is not supported locally");
    };
  }

  private Value choose(Value argument, String where) {
    if (argument.items().size() != 3) {
      throw new TemplateException(where, "!If takes a condition and two values");
    }
    var holds = condition(text(argument.items().getFirst(), where), where);
    return resolve(argument.items().get(holds ? 1 : 2), where);
  }

  private boolean condition(String name, String where) {
    var condition = template.field("Conditions").fields().get(name);
    if (condition == null) {
      throw new TemplateException(where, "there is no condition " + name);
    }
    return holds(condition, "Conditions." + name);
  }

  private boolean holds(Value condition, String where) {
    if (condition instanceof Value.Call(var function, var argument)) {
      var items = argument.items();
      if (function.equals("Not") && items.size() == 1) {
        return !holds(items.getFirst(), where);
      }
      if (function.equals("Equals") && items.size() == 2) {
        return text(items.getFirst(), where).equals(text(items.getLast(), where));
      }
    }
    throw new TemplateException(where, "only !Equals [a, b] and !Not [condition] are supported");
  }

  private String substitute(String text, String where) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> {
          var name = Objects.requireNonNull(match.group(1));
          var value =
              name.startsWith("!")
                  ? "${" + name.substring(1) + "}"
                  : name.contains(".") ? attribute(name, where) : ref(name, where);
          return Matcher.quoteReplacement(value);
        });
  }

  private String ref(String name, String where) {
    var pseudo = surroundings.pseudoParameter(name);
    if (pseudo.isPresent()) {
      return pseudo.get();
    }
    if (name.endsWith(ALIAS)) {
      return alias(name.substring(0, name.length() - ALIAS.length()), where);
    }
    var parameter = template.field("Parameters").fields().get(name);
    return parameter != null ? parameter(name, parameter, where) : named(name, where).ref();
  }

  /** What SAM makes of AutoPublishAlias; see "Referencing generated resources" of its guide. */
  private String alias(String function, String where) {
    var alias = template.field("Globals").field("Function").field("AutoPublishAlias");
    return attribute(function + ".Arn", where) + ":" + text(alias, where);
  }

  /** All parameters with the values they have. */
  Map<String, String> parameters() {
    var all = new LinkedHashMap<String, String>();
    template
        .field("Parameters")
        .fields()
        .forEach((name, parameter) -> all.put(name, parameter(name, parameter, "Parameters")));
    return all;
  }

  private String parameter(String name, Value parameter, String where) {
    var given = surroundings.parameters().get(name);
    if (given != null) {
      return given;
    }
    if (parameter.fields().get("Default") instanceof Value.Text(var text)) {
      return text;
    }
    throw new TemplateException(where, "parameter " + name + " has no default and no value");
  }

  private String attribute(String path, String where) {
    var nested = nestedOutputs.get(path);
    if (nested != null) {
      return nested;
    }
    var dot = path.indexOf('.');
    if (dot < 0) {
      throw new TemplateException(where, "!GetAtt " + path + " names no attribute");
    }
    var attribute = path.substring(dot + 1);
    return named(path.substring(0, dot), where)
        .attribute(attribute)
        .orElseThrow(
            () -> new TemplateException(where, "!GetAtt " + path + " is not known locally"));
  }

  NamedResource named(String logicalId, String where) {
    var resource = template.field("Resources").fields().get(logicalId);
    if (resource == null || !exists(resource, logicalId)) {
      throw new TemplateException(where, "there is no parameter or resource " + logicalId);
    }
    var type = text(resource.field("Type"), logicalId + ".Type");
    return new NamedResource(logicalId, type, physicalName(logicalId, resource), surroundings);
  }

  private String physicalName(String logicalId, Value resource) {
    for (var field : NamedResource.NAME_FIELDS) {
      var name = resource.field("Properties").fields().get(field);
      if (name != null) {
        return text(name, logicalId + ".Properties." + field);
      }
    }
    return surroundings.stack() + "-" + logicalId;
  }
}
