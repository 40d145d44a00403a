package dev.stepwise;

/** Whether tests run whole ({@code -Pfull}) that are cut short for the sake of time otherwise. */
public final class Full {
  private Full() {}

  public static boolean on() {
    return Boolean.getBoolean("full");
  }
}
