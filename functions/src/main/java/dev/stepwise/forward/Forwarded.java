package dev.stepwise.forward;

/** What the rep got of a mail. */
public sealed interface Forwarded {
  /** The mail. */
  record Whole() implements Forwarded {}

  /** A notice instead of it. */
  record Noticed(Notice notice) implements Forwarded {}

  /** Nothing: SES takes no mail to the rep. */
  record Refused(String reason) implements Forwarded {}
}
