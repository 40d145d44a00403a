package dev.stepwise.visible;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of a reply that its author typed: without quoted history, signature, footers of devices
 * and legal notices. Nothing is ever fetched, and no input is refused.
 */
public final class VisibleText {
  private VisibleText() {}

  /**
   * What the author of the mail typed and nothing else, empty for a mail that is only passed on.
   * The plain text is read, or the HTML where the plain text has nothing.
   */
  public static String of(Mail mail) {
    String plain = Reply.typed(ofPlain(joined(mail, "text/plain")));
    return plain.isEmpty() ? Reply.typed(ofPage(joined(mail, "text/html"))) : plain;
  }

  /**
   * What a reader needs of a plain text: what the author typed, and between it the quotes that it
   * answers, in lines that begin with ">". A mail that is only passed on is given as it is.
   */
  public static String ofText(String text) {
    return Reply.readable(ofPlain(text));
  }

  /** What a reader needs of an HTML text, as plain text; see {@link #ofText}. */
  public static String ofHtml(String html) {
    return Reply.readable(ofPage(html));
  }

  private static List<Line> ofPlain(String text) {
    return Classifier.lines(Markers.without(text));
  }

  /** Some people type into their signature, so that without it nothing is left. */
  private static List<Line> ofPage(String html) {
    List<Line> lines = Classifier.lines(HtmlText.of(html, false));
    return Reply.typed(lines).isEmpty() ? Classifier.lines(HtmlText.of(html, true)) : lines;
  }

  private static String joined(Mail mail, String type) {
    return mail.texts(type).map(Part.Text::text).collect(Collectors.joining("\n"));
  }
}
