package dev.stepwise.local.aws.http;

/** An error that a service answers with: HTTP status, AWS's error code, message. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private final int status;
  private final String code;

  public Refusal(int status, String code, String message) {
    // Refusals are answers; nobody reads their stack.
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
