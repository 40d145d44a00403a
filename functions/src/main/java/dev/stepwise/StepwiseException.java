package dev.stepwise;

/**
 * The root of everything Stepwise throws: a broken invariant or trouble with a machine. A refusal
 * that a caller can cause is a return value instead.
 */
public class StepwiseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StepwiseException(String message) {
    super(message);
  }

  public StepwiseException(String message, Throwable cause) {
    super(message, cause);
  }
}
