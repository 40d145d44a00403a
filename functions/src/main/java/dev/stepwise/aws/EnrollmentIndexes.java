package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.sequence.SequenceId;

/** The index attributes of an enrollment; a claim leaves all of them as they are. */
final class EnrollmentIndexes {
  static final String CONTACT = "contact";
  static final String CREATED = "created";
  static final String SEQUENCE_KEY = "seqKey";
  static final String SEQUENCE_SORT = "seqSort";
  static final String SENDER_KEY = "sndKey";
  static final String SENDER_SORT = "sndSort";
  static final String DUE_SHARD = "dueShard";
  static final String DUE = "due";

  private EnrollmentIndexes() {}

  static void write(ItemWriter item, Enrollment e) {
    Enrolled facts = e.facts();
    String shard = Sort.shard(e.id());
    String created = Sort.millis(facts.at()) + "#" + e.id();
    item.text(CONTACT, facts.contact().value())
        .instant(CREATED, facts.at())
        .text(SEQUENCE_KEY, ofSequence(facts.sequence(), shard))
        .text(SEQUENCE_SORT, e.state().wire() + "#" + created)
        .text(SENDER_KEY, ofSender(facts.sender(), shard))
        .text(SENDER_SORT, created);
    e.lookAfter().ifPresent(at -> item.text(DUE_SHARD, shard).instant(DUE, at));
  }

  static String ofSequence(SequenceId sequence, String shard) {
    return "S#" + sequence + "#" + shard;
  }

  static String ofSender(EmailAddress sender, String shard) {
    return "E#" + sender + "#" + shard;
  }

  /** The sender stands in its index key only. */
  static EmailAddress sender(Item item) {
    String key = item.text(SENDER_KEY);
    return new EmailAddress(key.substring(Key.PREFIX, key.lastIndexOf('#')));
  }
}
