package dev.stepwise.local;

/** Two people's tokens: an admin may do everything, a rep owns rep@example.com only. */
public record Tokens(String admin, String rep) {
  @Override
  public String toString() {
    return "Tokens";
  }
}
