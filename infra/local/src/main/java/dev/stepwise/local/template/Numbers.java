package dev.stepwise.local.template;

/** Whole numbers in a template. */
final class Numbers {
  private Numbers() {}

  static int of(Resolver resolver, Value value, String where) {
    var text = resolver.text(value, where);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TemplateException(where, "\"" + text + "\" should be a whole number");
    }
  }
}
