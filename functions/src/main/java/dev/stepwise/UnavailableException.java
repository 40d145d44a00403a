package dev.stepwise;

/** What we depend on does not answer, or not yet: the same will work once it does. */
public final class UnavailableException extends StepwiseException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String message) {
    super(message);
  }

  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
