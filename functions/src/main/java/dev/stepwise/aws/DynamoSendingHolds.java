package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.sending.SendingHold;
import dev.stepwise.sending.SendingHolds;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The hold on all sends in the table: one item, which the dossiers' batch reads too. */
record DynamoSendingHolds(Table table, Known<SendingHold> known) implements SendingHolds {
  private static final System.Logger LOG = System.getLogger(DynamoSendingHolds.class.getName());
  private static final int FORMAT = 1;
  private static final String SINCE = "since";
  private static final String AT = "at";
  private static final String UNTIL = "until";
  private static final String REASON = "r";

  @Override
  public Optional<SendingHold> last() {
    known.learn(Key.SENDING, read(table.get(Key.SENDING).orElse(null)));
    return Optional.ofNullable(known.get(Key.SENDING));
  }

  @Override
  public void save(SendingHold hold) {
    var item =
        ItemWriter.at(Key.SENDING, FORMAT)
            .instant(SINCE, hold.since())
            .instant(AT, hold.at())
            .instant(UNTIL, hold.until())
            .text(REASON, hold.reason());
    Expression longer =
        Expression.of("attribute_not_exists(#pk) OR #until < :until")
            .with("until", hold.until().toEpochMilli());
    try {
      table.put(item.done(), longer);
      known.learn(Key.SENDING, hold);
    } catch (ConditionalCheckFailedException e) {
      known.learn(Key.SENDING, read(new Item(e.item())));
    }
  }

  /** The hold in this item, if there is one; one that nobody can read holds nobody up. */
  static @Nullable SendingHold read(@Nullable Item stored) {
    if (stored == null) {
      return null;
    }
    try {
      Item item = stored.inFormat(FORMAT);
      return new SendingHold(
          item.instant(SINCE), item.instant(AT), item.instant(UNTIL), item.text(REASON));
    } catch (StepwiseException unreadable) {
      LOG.log(Level.ERROR, "the hold on all sends is unreadable", unreadable);
      return null;
    }
  }
}
