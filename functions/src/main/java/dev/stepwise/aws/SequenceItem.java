package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codec of sequences' heads and versions. */
final class SequenceItem {
  private static final int FORMAT = 1;
  private static final String NAME = "n";
  private static final String OWNER = "o";
  private static final String STATUS = "s";
  private static final String CURRENT = "c";
  private static final String CREATED = "at";
  private static final String UPDATED = "u";
  private static final String CONTENTS = "j";

  private SequenceItem() {}

  static Map<String, AttributeValue> head(Sequence s) {
    EmailAddress owner = s.owner();
    return PauseItem.write(ItemWriter.at(Key.head(s.id()), FORMAT), s.pause())
        .text(NAME, s.name())
        .text(OWNER, owner == null ? null : owner.value())
        .text(STATUS, s.status().wire())
        .number(CURRENT, s.current().number())
        .instant(CREATED, s.createdAt())
        .instant(UPDATED, s.updatedAt())
        .text(EnrollmentIndexes.SEQUENCE_KEY, SequenceLists.KEY)
        .text(EnrollmentIndexes.SEQUENCE_SORT, Sort.millis(s.createdAt()) + "#" + s.id())
        .done();
  }

  static Map<String, AttributeValue> version(Version v) {
    return ItemWriter.at(Key.version(v.sequence(), v.number()), FORMAT)
        .instant(CREATED, v.createdAt())
        .text(CONTENTS, VersionJson.write(v))
        .done();
  }

  static Sequence sequence(Item stored, Version current) {
    Item item = stored.inFormat(FORMAT);
    return new Sequence(
        id(item),
        item.text(NAME),
        owner(item),
        StateText.constant(item, Sequence.Status.class, item.text(STATUS)),
        current,
        item.instant(CREATED),
        item.instant(UPDATED),
        PauseItem.read(item));
  }

  static Version version(Item stored) {
    Item item = stored.inFormat(FORMAT);
    VersionJson.Contents contents = VersionJson.read(item.text(CONTENTS));
    return new Version(
        id(item), number(item), contents.settings(), contents.steps(), item.instant(CREATED));
  }

  /** The number of the version that an item is. */
  static int number(Item version) {
    return StateText.number(version, version.text(Key.SK));
  }

  /** The version that a head names. */
  static Key current(Item head) {
    return Key.version(id(head), head.number(CURRENT));
  }

  /** That the head is as it was read. */
  static Expression unchanged(Sequence read) {
    Expression same =
        Expression.of("#c = :current AND #s = :status AND #u = :updated")
            .with("current", read.current().number())
            .with("status", read.status().wire())
            .with("updated", read.updatedAt().toEpochMilli());
    return PauseItem.unturned(same, read.pause());
  }

  private static SequenceId id(Item item) {
    return new SequenceId(item.text(Key.PK).substring(Key.PREFIX));
  }

  private static @Nullable EmailAddress owner(Item item) {
    return item.has(OWNER) ? new EmailAddress(item.text(OWNER)) : null;
  }
}
