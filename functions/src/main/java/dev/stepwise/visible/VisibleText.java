package dev.stepwise.visible;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import java.util.stream.Collectors;

/**
 * The part of a reply that its author typed: without quoted history, signature, footers of devices
 * and legal notices. Nothing is ever fetched, and no input is refused.
 */
public final class VisibleText {
  private VisibleText() {}

  /** What the author typed, from the plain text, or from the HTML where there is no plain text. */
  public static String of(Mail mail) {
    String plain = joined(mail, "text/plain");
    return plain.isBlank() ? ofHtml(joined(mail, "text/html")) : ofText(plain);
  }

  /**
   * What the author typed into a plain text. A quote without a line above it that says whose words
   * it is, and with an answer below it, is part of what was typed; lines of it begin with ">".
   */
  public static String ofText(String text) {
    return Reply.visible(Classifier.lines(Markers.without(text)));
  }

  /** What the author typed into an HTML text, as plain text. */
  public static String ofHtml(String html) {
    return Reply.visible(Classifier.lines(HtmlText.of(html)));
  }

  private static String joined(Mail mail, String type) {
    return mail.texts(type).map(Part.Text::text).collect(Collectors.joining("\n"));
  }
}
