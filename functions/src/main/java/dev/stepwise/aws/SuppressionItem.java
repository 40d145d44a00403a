package dev.stepwise.aws;

import dev.stepwise.contact.Suppression;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codec of suppressions; whom one is of is known to who asks, and written nowhere in it. */
final class SuppressionItem {
  private static final int FORMAT = 1;
  private static final String REASON = "r";
  private static final String SINCE = "at";
  private static final String BY = "by";
  private static final String NOTE = "n";

  private SuppressionItem() {}

  static Map<String, AttributeValue> write(Key key, Suppression suppression) {
    return ItemWriter.at(key, FORMAT)
        .text(REASON, suppression.reason().wire())
        .instant(SINCE, suppression.since())
        .text(BY, suppression.by())
        .text(NOTE, suppression.note())
        .done();
  }

  static Suppression read(Item stored, String target) {
    Item item = stored.inFormat(FORMAT);
    return new Suppression(
        target,
        StateText.constant(item, Suppression.Reason.class, item.text(REASON)),
        item.instant(SINCE),
        item.text(BY),
        item.textOrNull(NOTE));
  }
}
