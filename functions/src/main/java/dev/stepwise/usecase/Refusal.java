package dev.stepwise.usecase;

/** Why a request is refused. */
public sealed interface Refusal {
  /** There is no such thing. */
  record NotFound(String what) implements Refusal {}

  /** It cannot be done in the state that things are in. */
  record Conflict(String why) implements Refusal {}

  /** A field of the request cannot be right. */
  record Invalid(String field, String why) implements Refusal {}

  /** The caller may not. */
  record Forbidden(String why) implements Refusal {}

  /** Somebody else was faster: this version is the current one. */
  record Outdated(int current) implements Refusal {}
}
