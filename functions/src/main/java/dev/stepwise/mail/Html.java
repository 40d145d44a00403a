package dev.stepwise.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML in the plain look of a mail that a person typed. */
final class Html {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)]");

  private Html() {}

  /** Text for use inside an element or a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Paragraphs with their line breaks, and links that can be followed. */
  static String ofText(String text) {
    StringBuilder html = new StringBuilder();
    Matcher link = LINK.matcher(text);
    int at = 0;
    while (link.find()) {
      String url = escape(link.group());
      html.append(lines(text.substring(at, link.start())));
      html.append("<a href=\"").append(url).append("\">").append(url).append("</a>");
      at = link.end();
    }
    return "<div dir=\"auto\">" + html.append(lines(text.substring(at))) + "</div>";
  }

  private static String lines(String text) {
    return escape(text).replace("\n", "<br>\n");
  }
}
