package dev.stepwise.aws;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.task.TaskId;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an item lies in the table. Every primary key is made here. */
record Key(String pk, String sk) {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String CONTACT = "CONTACT";
  static final String LOCK = "LOCK";
  static final String SUPPRESSED = "SUPPRESSED";
  static final String HEAD = "HEAD";
  static final String ACCOUNT = "E#";
  static final int PREFIX = 2;

  /** The key that pseudonyms of contacts are made with. */
  static final Key PSEUDONYMS = new Key("K#contacts", "K");

  /** The hold on all sends. */
  static final Key SENDING = new Key("A#sending", "A");

  /** The switch of everything. */
  static final Key PAUSED = new Key("A#paused", "A");

  static Key enrollment(EnrollmentId id) {
    return new Key("E#" + id, "E");
  }

  static Key overrides(EnrollmentId id) {
    return new Key("E#" + id, "OWN");
  }

  static Key message(String messageId) {
    return new Key("M#" + messageId, "M");
  }

  /** By pseudonym: {@link Table#contact} makes it of an address. */
  static Key ofContact(String pseudonym, String part) {
    return new Key("C#" + pseudonym, part);
  }

  static Key suppression(Domain domain) {
    return new Key("D#" + domain, SUPPRESSED);
  }

  /** An enrollment beside its company's domain. */
  static Key ofAccount(Domain account, EnrollmentId id) {
    return new Key("D#" + account, ACCOUNT + id);
  }

  static Key sender(EmailAddress email) {
    return new Key("R#" + email, "SENDER");
  }

  /** What a sender's mails have booked of that day. */
  static Key ledger(EmailAddress sender, LocalDate day) {
    return new Key("R#" + sender, "DAY#" + day);
  }

  static Key binding(String subject, EmailAddress sender) {
    return new Key("U#" + subject, "S#" + sender);
  }

  static Key head(SequenceId id) {
    return new Key("Q#" + id, HEAD);
  }

  /** Six digits, so that versions sort by number, and before the head. */
  static Key version(SequenceId id, int number) {
    return new Key("Q#" + id, "%06d".formatted(number));
  }

  static Key task(TaskId id) {
    return new Key("T#" + id, "TASK");
  }

  static Key idempotency(String key) {
    return new Key("I#" + key, "I");
  }

  static Key mail(String mailId) {
    return new Key("N#" + mailId, "N");
  }

  static Key delivery(String delivery) {
    return new Key("B#" + delivery, "B");
  }

  static Key round(String scope) {
    return new Key("W#" + scope, "W");
  }

  static Key counts(String scope) {
    return new Key("G#" + scope, "G");
  }

  static Key of(Item item) {
    return new Key(item.text(PK), item.text(SK));
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
  }
}
