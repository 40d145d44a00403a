package dev.stepwise.pacing;

/** What came of asking a ledger for a place at one instant. */
public sealed interface Place {
  /** The mail has it. */
  record Booked(Slot slot) implements Place {}

  /** It has none before that one, which has to be asked for in turn. */
  record NotBefore(Slot slot) implements Place {}

  /** There is none among the ledger's days. */
  record Never() implements Place {}
}
