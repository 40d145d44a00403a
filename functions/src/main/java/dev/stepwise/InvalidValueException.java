package dev.stepwise;

/** A value that cannot be what it is said to be; the message says what would be right. */
public final class InvalidValueException extends StepwiseException {
  private static final long serialVersionUID = 1L;

  public InvalidValueException(String message) {
    super(message);
  }
}
