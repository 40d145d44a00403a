package dev.stepwise.forward;

/** What became of a forwarding. */
public sealed interface ForwardResult {
  /** SES has it; the id is bare, without angle brackets and domain. */
  record Accepted(String messageId) implements ForwardResult {}

  /** Not now, or nobody knows: a second copy is better than an answer that nobody gets. */
  record TryLater(String reason) implements ForwardResult {}

  /** SES does not take this message, and would not take it again. */
  record Rejected(String reason) implements ForwardResult {}
}
