package dev.stepwise;

/** A write was refused because the stored thing has moved on since it was read: read it again. */
public final class StaleVersionException extends StepwiseException {
  private static final long serialVersionUID = 1L;

  public StaleVersionException(String what) {
    super(what + " has changed since it was read");
  }
}
