package dev.stepwise.enrollment;

import java.time.Instant;

/** What a mail that came does to an enrollment, once it has been judged. */
public sealed interface Effect {
  /** It ends. */
  record Stop(StopReason reason) implements Effect {}

  /** Nothing changes. */
  record GoOn() implements Effect {}

  /** No step is due before that instant: the contact is away. */
  record HoldUntil(Instant until) implements Effect {}

  /** It stands still until the rep has looked at the mail. */
  record AskRep() implements Effect {}
}
