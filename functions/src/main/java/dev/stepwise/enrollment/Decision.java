package dev.stepwise.enrollment;

/** What comes of a wish to change an enrollment. */
public sealed interface Decision {
  /** It is to be written. */
  record Changed(Change change) implements Decision {}

  /** It is so already. */
  record Unchanged(Enrollment enrollment) implements Decision {}

  /** It cannot be done in this state. */
  record Refused(String why) implements Decision {}
}
