package dev.stepwise.deadletter;

import dev.stepwise.timer.StepDue;

/**
 * What a message was to do. Its body says so itself: what Scheduler gives up carries no mark of a
 * queue, and a person may lay a message by hand.
 */
public sealed interface Errand {
  /** To wake an enrollment. */
  record Wake(StepDue due) implements Errand {}

  /** To tell what became of a mail of ours. */
  record MailEvent() implements Errand {}

  /** To have a mail read that came in. */
  record InboundMail() implements Errand {}

  /** Nobody can tell. */
  record Unreadable() implements Errand {}
}
