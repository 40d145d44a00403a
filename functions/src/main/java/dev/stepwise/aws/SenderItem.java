package dev.stepwise.aws;

import dev.stepwise.Ids;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sender.Sender;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codec of senders. A digest of all that is said of one stands for its revision. */
final class SenderItem {
  private static final int FORMAT = 1;
  private static final String NAME = "n";
  private static final String ZONE = "z";
  private static final String SIGNATURE = "g";
  private static final String POSTAL = "p";
  private static final String CAP = "d";
  private static final String BOOKING = "b";
  private static final String COPY_TO = "c";
  private static final String SUBJECTS = "u";
  private static final String DIGEST = "h";

  private SenderItem() {}

  static Map<String, AttributeValue> write(Sender sender) {
    EmailAddress copyTo = sender.copyTo();
    return PauseItem.write(ItemWriter.at(Key.sender(sender.email()), FORMAT), sender.pause())
        .text(NAME, sender.name())
        .text(ZONE, sender.timeZone().getId())
        .text(SIGNATURE, sender.signature())
        .text(POSTAL, sender.postalAddress())
        .number(CAP, sender.dailyCap())
        .text(BOOKING, sender.bookingLink())
        .text(COPY_TO, copyTo == null ? null : copyTo.value())
        .texts(SUBJECTS, new TreeSet<>(sender.subjects()).stream().toList())
        .text(DIGEST, digest(sender))
        .done();
  }

  static Sender read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    return new Sender(
        new EmailAddress(item.text(Key.PK).substring(Key.PREFIX)),
        item.text(NAME),
        ZoneId.of(item.text(ZONE)),
        item.textOrNull(SIGNATURE),
        item.textOrNull(POSTAL),
        item.numberOrNull(CAP),
        item.textOrNull(BOOKING),
        copyTo(item),
        Set.copyOf(item.texts(SUBJECTS)),
        PauseItem.read(item));
  }

  /** That nobody has written the sender, or turned its switch, since it was read. */
  static Expression unchanged(Sender read) {
    Expression same = Expression.of("#h = :digest").with("digest", digest(read));
    return PauseItem.unturned(same, read.pause());
  }

  private static @Nullable EmailAddress copyTo(Item item) {
    return item.has(COPY_TO) ? new EmailAddress(item.text(COPY_TO)) : null;
  }

  private static String digest(Sender s) {
    return Ids.derived(
        s.name(),
        s.timeZone().getId(),
        "" + s.signature(),
        "" + s.postalAddress(),
        "" + s.dailyCap(),
        "" + s.bookingLink(),
        "" + s.copyTo(),
        new TreeSet<>(s.subjects()).toString());
  }
}
