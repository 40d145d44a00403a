package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sequence.SequenceId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codec of rounds, one for each switch, among what the sweep finds in the due index. */
final class RoundItem {
  /** Rounds are few: one partition of the index holds all. */
  static final String SHARD = "W";

  private static final int FORMAT = 1;
  private static final String SINCE = "since";
  private static final String BY = "by";
  private static final String PLACE = "p";
  private static final String BEGAN = "b";
  private static final String FOUND = "f";

  private RoundItem() {}

  static Key key(Scope scope) {
    return Key.round(name(scope));
  }

  /** A scope in a key. */
  static String name(Scope scope) {
    return switch (scope) {
      case Scope.OfSequence(SequenceId id) -> "Q" + id;
      case Scope.OfSender(EmailAddress email) -> "R" + email;
      case Scope.Everything _ -> "A";
    };
  }

  static Map<String, AttributeValue> write(Round round) {
    return ItemWriter.at(key(round.scope()), FORMAT)
        .instant(SINCE, round.since())
        .text(BY, round.by())
        .text(PLACE, round.place())
        .instant(BEGAN, round.began())
        .number(FOUND, round.found() ? 1 : null)
        .text(EnrollmentIndexes.DUE_SHARD, SHARD)
        .instant(EnrollmentIndexes.DUE, round.due())
        .done();
  }

  static Round read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    return new Round(
        scope(item),
        item.instant(SINCE),
        item.text(BY),
        item.instant(EnrollmentIndexes.DUE),
        item.textOrNull(PLACE),
        item.instant(BEGAN),
        item.has(FOUND));
  }

  private static Scope scope(Item item) {
    String name = item.text(Key.PK).substring(Key.PREFIX);
    String id = name.substring(1);
    return switch (name.charAt(0)) {
      case 'Q' -> new Scope.OfSequence(new SequenceId(id));
      case 'R' -> new Scope.OfSender(new EmailAddress(id));
      case 'A' -> new Scope.Everything();
      default -> throw item.unreadable("scope");
    };
  }

  /** That nobody has gone on with it, or turned its switch, since it was read. */
  static Expression unchanged(Round read) {
    Expression same =
        Expression.of("#since = :since AND #b = :began AND #due = :due")
            .with("since", read.since().toEpochMilli())
            .with("began", read.began().toEpochMilli())
            .with("due", read.due().toEpochMilli());
    String place = read.place();
    return place == null
        ? same.and("attribute_not_exists(#p)")
        : same.and("#p = :place").with("place", place);
  }
}
