package dev.stepwise.usecase;

/** What came of waking an enrollment. */
public enum Fired {
  /** Its mail was accepted by SES. */
  SENT,
  /** Its task was created. */
  TASK_CREATED,
  /** It had moved on: nothing to do. */
  STALE,
  /** The write that set the timer is not there yet: come again. */
  EARLY,
  /** It is due later: a timer is set. */
  REARMED,
  /** A mail that came is read first; its judgement says what comes next. */
  READING,
  /** Another step-fire is at it. */
  IN_FLIGHT,
  /** Nothing was sent; it is due again later. */
  POSTPONED,
  /** Its sequence, its sender or everything is paused: it stands still. */
  PAUSED,
  /** Nothing was sent; a person has to mend something. */
  FAILED,
  /** It was too late for the step: it is left out, or put before the rep. */
  EXPIRED,
  /** The contact may not be written to: it has ended. */
  STOPPED,
  /** Nobody can tell yet whether the mail was accepted. */
  UNKNOWN,
  /** Too little time was left to begin a send: come again. */
  NO_TIME,
  /** An outcome that stayed unknown was decided by the sequence's setting. */
  DECIDED
}
