package dev.stepwise.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition or an update. Each {@code #name} in it stands for the attribute of that name, since
 * any name may be one of DynamoDB's reserved words.
 */
record Expression(String text, Map<String, AttributeValue> values) {
  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  static final Expression ABSENT = of("attribute_not_exists(#pk)");
  static final Expression PRESENT = of("attribute_exists(#pk)");

  static Expression of(String text) {
    return new Expression(text, Map.of());
  }

  Expression with(String name, String value) {
    return with(name, AttributeValue.fromS(value));
  }

  Expression with(String name, long value) {
    return with(name, AttributeValue.fromN(Long.toString(value)));
  }

  Expression or(Expression other) {
    return new Expression(text + " OR " + other.text, values);
  }

  Expression and(String more) {
    return new Expression(text + " AND " + more, values);
  }

  Map<String, String> names() {
    return NAME.matcher(text)
        .results()
        .map(match -> match.group(1))
        .distinct()
        .collect(Collectors.toMap(name -> "#" + name, name -> name));
  }

  /** Names and values of two expressions of one request. */
  static Expression joined(Expression first, Expression second) {
    Map<String, AttributeValue> both = new HashMap<>(first.values);
    both.putAll(second.values);
    return new Expression(first.text + " " + second.text, both);
  }

  Expression with(String name, AttributeValue value) {
    Map<String, AttributeValue> more = new HashMap<>(values);
    more.put(":" + name, value);
    return new Expression(text, more);
  }
}
