package dev.stepwise.aws;

import dev.stepwise.sending.Pause;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What stands at a switch, in one attribute of the item that has the switch: no attribute, and it
 * was never turned off or is on again.
 */
final class PauseItem {
  static final String PAUSE = "pause";
  private static final String SINCE = "since";
  private static final String UNTIL = "until";
  private static final String BY = "by";
  private static final String REASON = "r";
  private static final String GUARDRAIL = "g";

  private PauseItem() {}

  static ItemWriter write(ItemWriter item, @Nullable Pause pause) {
    return pause == null ? item : item.put(PAUSE, AttributeValue.fromM(parts(pause)));
  }

  static @Nullable Pause read(@Nullable Item item) {
    if (item == null || !item.has(PAUSE)) {
      return null;
    }
    Item parts = new Item(item.map(PAUSE));
    return new Pause(
        parts.instant(SINCE),
        parts.has(UNTIL) ? parts.instant(UNTIL) : null,
        parts.text(BY),
        parts.textOrNull(REASON),
        parts.has(GUARDRAIL) ? Pause.Cause.GUARDRAIL : Pause.Cause.PERSON);
  }

  /** Turns the switch, of an item that may not be there yet. */
  static Expression turning(@Nullable Pause pause) {
    return pause == null
        ? Expression.of("REMOVE #pause")
        : Expression.of("SET #pause = :pause").with(PAUSE, AttributeValue.fromM(parts(pause)));
  }

  /** That nobody has turned the switch since it was read. */
  static Expression unturned(Expression also, @Nullable Pause read) {
    return read == null
        ? also.and("attribute_not_exists(#pause)")
        : also.and("#pause = :pause").with(PAUSE, AttributeValue.fromM(parts(read)));
  }

  private static Map<String, AttributeValue> parts(Pause pause) {
    Instant until = pause.until();
    ItemWriter parts = ItemWriter.within().instant(SINCE, pause.since());
    if (until != null) {
      parts.instant(UNTIL, until);
    }
    return parts
        .text(BY, pause.by())
        .text(REASON, pause.reason())
        .number(GUARDRAIL, pause.cause() == Pause.Cause.GUARDRAIL ? 1 : null)
        .done();
  }
}
