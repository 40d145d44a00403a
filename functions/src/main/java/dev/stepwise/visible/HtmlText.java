package dev.stepwise.visible;

import org.jsoup.Jsoup;

/** HTML as plain text. */
final class HtmlText {
  private HtmlText() {}

  static String of(String html) {
    return Markers.without(Jsoup.parse(html).wholeText());
  }
}
