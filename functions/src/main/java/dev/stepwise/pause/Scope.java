package dev.stepwise.pause;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.SequenceId;

/** What one switch stops. */
public sealed interface Scope {
  /** All enrollments of a sequence. */
  record OfSequence(SequenceId id) implements Scope {}

  /** All enrollments of a sender. */
  record OfSender(EmailAddress email) implements Scope {}

  /** All enrollments there are. */
  record Everything() implements Scope {}
}
