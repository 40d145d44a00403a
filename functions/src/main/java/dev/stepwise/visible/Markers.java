package dev.stepwise.visible;

/**
 * Characters for private use (Unicode 23.5) by which HTML tells the rules for plain text what its
 * elements are. They are taken out of what strangers send.
 */
final class Markers {
  static final String ATTRIBUTION = "\uE000";
  static final String CUT = "\uE001";

  private Markers() {}

  static String without(String text) {
    return text.replace(ATTRIBUTION, "").replace(CUT, "");
  }
}
