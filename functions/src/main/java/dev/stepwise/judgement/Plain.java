package dev.stepwise.judgement;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text made comparable: lower case, no accents, plain quotes and dashes, single spaces. A line
 * break is a space, for mail programs wrap lines; an empty line stays as one line break.
 */
final class Plain {
  /** What accents are to Latin, Greek and Cyrillic letters; other scripts keep their marks. */
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff\\p{Cntrl}&&[^\\n\\t]]");
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Pattern BLANK_LINE = Pattern.compile(" ?\\n ?\\n[ \\n]*");

  /** Letters that Unicode does not take apart, and signs that are typed in many ways. */
  private static final Map<Character, String> SAME =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('ł', "l"),
          Map.entry('ø', "o"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ı', "i"),
          Map.entry('ς', "σ"),
          Map.entry('’', "'"),
          Map.entry('‘', "'"),
          Map.entry('`', "'"),
          Map.entry('´', "'"),
          Map.entry('‐', "-"),
          Map.entry('‑', "-"),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('\t', " "));

  private Plain() {}

  static String of(String text) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    String spaced = SPACES.matcher(letters(unix)).replaceAll(" ");
    String folded = BLANK_LINE.matcher(spaced).replaceAll("\u0000");
    String lines = folded.replace('\n', ' ').replace('\u0000', '\n');
    return SPACES.matcher(lines).replaceAll(" ").strip();
  }

  /** The same without a look at lines: for what is one line. */
  static String letters(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String bare = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    String whole = Normalizer.normalize(bare, Normalizer.Form.NFC);
    StringBuilder same = new StringBuilder(whole.length());
    whole.chars().forEach(c -> same.append(SAME.getOrDefault((char) c, String.valueOf((char) c))));
    return INVISIBLE.matcher(same).replaceAll("");
  }
}
