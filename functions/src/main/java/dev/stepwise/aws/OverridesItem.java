package dev.stepwise.aws;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.OwnCopy;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codec of an enrollment's own copy of steps. */
final class OverridesItem {
  private static final int FORMAT = 1;
  private static final String STEPS = "o";
  private static final String SUBJECT = "s";
  private static final String TEXT = "t";

  private OverridesItem() {}

  static Map<String, AttributeValue> write(EnrollmentId id, Map<Integer, OwnCopy> overrides) {
    Map<String, AttributeValue> steps =
        overrides.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().toString(), e -> copy(e.getValue())));
    return ItemWriter.at(Key.overrides(id), FORMAT).put(STEPS, AttributeValue.fromM(steps)).done();
  }

  static Map<Integer, OwnCopy> read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    return item.map(STEPS).entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> StateText.number(item, e.getKey()), e -> copy(new Item(e.getValue().m()))));
  }

  private static AttributeValue copy(OwnCopy copy) {
    Map<String, AttributeValue> parts = new HashMap<>();
    if (copy.subject() != null) {
      parts.put(SUBJECT, AttributeValue.fromS(copy.subject()));
    }
    if (copy.text() != null) {
      parts.put(TEXT, AttributeValue.fromS(copy.text()));
    }
    return AttributeValue.fromM(parts);
  }

  private static OwnCopy copy(Item copy) {
    return new OwnCopy(copy.textOrNull(SUBJECT), copy.textOrNull(TEXT));
  }
}
