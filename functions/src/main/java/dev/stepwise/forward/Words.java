package dev.stepwise.forward;

import java.util.regex.Pattern;

/** Text of strangers, made fit for a header field, a file name or a plain notice. */
final class Words {
  /** Line breaks would begin a header field; format characters turn names around. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\n\t]]");

  private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|;%]+");

  private static final Pattern SCHEME = Pattern.compile("(?i)\\bh(tt)(ps?)(:)");

  private static final Pattern HOST =
      Pattern.compile("(?U)(?:[\\p{L}\\p{N}_-]+[.\\u3002\\uff0e\\uff61])+[\\p{L}\\p{N}-]{2,}");

  private Words() {}

  /** One line of at most so many UTF-16 units, without anything that cannot be seen. */
  static String line(String text, int max) {
    String whole =
        text.codePoints()
            .limit(2L * max)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String line = INVISIBLE.matcher(whole).replaceAll(" ").strip();
    return cut(line.replaceAll(" {2,}", " "), max);
  }

  /** Lines, without what cannot be seen but tabs. */
  static String lines(String text, int max) {
    return cut(HIDDEN.matcher(text.replace("\r\n", "\n")).replaceAll(""), max);
  }

  /** A name that every file system takes and that names no folder. */
  static String fileName(String text) {
    String name = UNSAFE.matcher(line(text, 200)).replaceAll("_").strip();
    String shown = name.replaceAll("^[.\\s]+", "");
    return shown.isEmpty() ? "attachment" : shown;
  }

  /** The same text with links and addresses that no mail program makes clickable. */
  static String defanged(String text) {
    String named = SCHEME.matcher(text).replaceAll("hxx$2$3");
    return HOST.matcher(named)
        .replaceAll(host -> host.group().replaceAll("[.\\u3002\\uff0e\\uff61]", "[.]"));
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end);
  }
}
