package dev.stepwise.aws;

import dev.stepwise.Ids;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Pace;
import dev.stepwise.pacing.Ramp;
import dev.stepwise.sender.Sender;
import java.time.Duration;
import java.time.LocalDate;
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
  private static final String WEEKLY = "w";
  private static final String GAP = "gp";
  private static final String SPREAD = "gs";
  private static final String RAMP_SINCE = "rs";
  private static final String RAMP_START = "ra";
  private static final String RAMP_INCREASE = "ri";
  private static final String EDITION = "e";
  private static final String BOOKING = "b";
  private static final String COPY_TO = "c";
  private static final String SUBJECTS = "u";
  private static final String DIGEST = "h";

  private SenderItem() {}

  static Map<String, AttributeValue> write(Sender sender) {
    EmailAddress copyTo = sender.copyTo();
    ItemWriter item =
        PauseItem.write(ItemWriter.at(Key.sender(sender.email()), FORMAT), sender.pause())
            .text(NAME, sender.name())
            .text(ZONE, sender.timeZone().getId())
            .text(SIGNATURE, sender.signature())
            .text(POSTAL, sender.postalAddress())
            .text(BOOKING, sender.bookingLink())
            .text(COPY_TO, copyTo == null ? null : copyTo.value())
            .texts(SUBJECTS, new TreeSet<>(sender.subjects()).stream().toList())
            .text(DIGEST, digest(sender));
    return paced(item, sender.pace()).done();
  }

  private static ItemWriter paced(ItemWriter item, Pace pace) {
    Ramp ramp = pace.ramp();
    if (ramp != null) {
      item.text(RAMP_SINCE, ramp.since().toString())
          .number(RAMP_START, ramp.start())
          .number(RAMP_INCREASE, ramp.increase());
    }
    return item.number(CAP, pace.dailyCap())
        .number(WEEKLY, pace.weeklyCap())
        .number(GAP, seconds(pace.gap()))
        .number(SPREAD, seconds(pace.spread()))
        .number(EDITION, pace.edition() == 0 ? null : pace.edition());
  }

  private static @Nullable Integer seconds(Duration time) {
    return time.isZero() ? null : Math.toIntExact(time.toSeconds());
  }

  /** A sender of the time before editions has a cap alone. */
  private static Pace pace(Item item) {
    Integer edition = item.numberOrNull(EDITION);
    return new Pace(
        item.numberOrNull(CAP),
        item.numberOrNull(WEEKLY),
        duration(item, GAP),
        duration(item, SPREAD),
        item.has(RAMP_SINCE) ? ramp(item) : null,
        edition != null ? edition : item.has(CAP) ? 1 : 0);
  }

  private static Duration duration(Item item, String name) {
    return item.has(name) ? Duration.ofSeconds(item.number(name)) : Duration.ZERO;
  }

  private static Ramp ramp(Item item) {
    return new Ramp(
        LocalDate.parse(item.text(RAMP_SINCE)),
        item.number(RAMP_START),
        item.number(RAMP_INCREASE));
  }

  static Sender read(Item stored) {
    Item item = stored.inFormat(FORMAT);
    return new Sender(
        new EmailAddress(item.text(Key.PK).substring(Key.PREFIX)),
        item.text(NAME),
        ZoneId.of(item.text(ZONE)),
        item.textOrNull(SIGNATURE),
        item.textOrNull(POSTAL),
        pace(item),
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
        "" + s.pace(),
        "" + s.bookingLink(),
        "" + s.copyTo(),
        new TreeSet<>(s.subjects()).toString());
  }
}
