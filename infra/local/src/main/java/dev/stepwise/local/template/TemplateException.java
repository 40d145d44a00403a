package dev.stepwise.local.template;

/** The template asks for something the local system cannot do; the message names where. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemplateException(String where, String problem) {
    super("template.yaml, " + where + ": " + problem);
  }
}
