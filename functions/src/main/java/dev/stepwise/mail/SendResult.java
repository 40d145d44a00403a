package dev.stepwise.mail;

/**
 * What became of a send. All but {@link Accepted} and {@link Unknown} are definite: nothing left.
 */
public sealed interface SendResult {
  /** SES has it; the id is bare, without angle brackets and domain. */
  record Accepted(String messageId) implements SendResult {}

  /** Not now: too fast, or SES could not be reached before the request was written. */
  record TryLater(String reason) implements SendResult {}

  /** Sending is paused, the account is suspended or its quota used up: no mail of it leaves. */
  record AccountBlocked(String reason) implements SendResult {}

  /** No mail of this sender leaves until an identity, a policy or the configuration is mended. */
  record NotSetUp(String reason) implements SendResult {}

  /** SES does not take this mail, and would not take it again. */
  record Rejected(String reason) implements SendResult {}

  /** A time-out, a cut connection, a server's error: it may have been accepted. */
  record Unknown(String reason) implements SendResult {}
}
