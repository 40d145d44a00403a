package dev.stepwise.visible;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Titles over the mail that is answered or passed on, such as "-----Original Message-----". */
final class Separators {
  private static final Set<String> TITLES =
      Phrases.phrases("separators.txt")
          .map(title -> title.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private Separators() {}

  /** True when the line is such a title between dashes or before a colon. */
  static boolean is(String line) {
    String text = Spaces.plain(line);
    String title = bare(text);
    return title.length() < text.length() && TITLES.contains(title.toLowerCase(Locale.ROOT));
  }

  /** The line without the dashes, markup and colon around it. */
  private static String bare(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isFrame(line.charAt(from))) {
      from++;
    }
    while (to > from && isFrame(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isFrame(char c) {
    return "-_=*~#<>[]:：–—―─━ ".indexOf(c) >= 0;
  }
}
