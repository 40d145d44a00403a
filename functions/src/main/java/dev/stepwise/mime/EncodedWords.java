package dev.stepwise.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * Decodes the encoded words of a header field (RFC 2047), broken ones too, in time that grows with
 * its length only: the library looks for the end of a word anew at each start of one.
 */
final class EncodedWords {
  /** How a word begins; RFC 2231 adds a language to the charset. */
  private static final Pattern START =
      Pattern.compile("=\\?([^?\\s=*]{1,60})(?:\\*[^?\\s=]{0,20})?\\?([bBqQ])\\?");

  /** Words of one field; an unknown charset is costly to look up. */
  private static final int MOST = 1_000;

  private static final Pattern SPECIALS = Pattern.compile("[<>@,;:\"()\\[\\]\\\\]");
  private static final Map<Charset, Charset> MEANT =
      Map.of(
          StandardCharsets.ISO_8859_1,
          Charsets.WESTERN,
          StandardCharsets.US_ASCII,
          StandardCharsets.UTF_8,
          Charset.forName("GB2312"),
          Charset.forName("GB18030"),
          Charset.forName("Shift_JIS"),
          Charset.forName("windows-31j"));

  private final String value;
  private final boolean quotes;
  private final StringBuilder decoded = new StringBuilder();
  private final StringBuilder run = new StringBuilder();

  private EncodedWords(String value, boolean quotes) {
    this.value = value;
    this.quotes = quotes;
  }

  /** The value with its words decoded; {@code quotes}: as quoted strings where need be. */
  static String decode(String value, boolean quotes) {
    return value.contains("=?") ? new EncodedWords(value, quotes).decode() : value;
  }

  private String decode() {
    Matcher start = START.matcher(value);
    int done = 0;
    for (int words = 0; words < MOST && start.find(done); words++) {
      int end = value.indexOf("?=", start.end());
      if (end < 0) {
        break;
      }
      gap(value.substring(done, start.start()));
      String encoding = start.group(2);
      String text = value.substring(start.end(), end);
      run.append("=?").append(start.group(1)).append('?').append(encoding).append('?');
      run.append(encoding.equalsIgnoreCase("B") ? padded(text) : text).append("?=");
      done = end + 2;
    }
    endRun();
    return decoded.append(value, done, value.length()).toString();
  }

  /** The library drops what is left of base64 whose padding somebody forgot. */
  private static String padded(String base64) {
    return base64 + "=".repeat((4 - base64.length() % 4) % 4);
  }

  /** White space between two words is none. */
  private void gap(String text) {
    if (run.isEmpty() || !text.isBlank()) {
      endRun();
      decoded.append(text);
    }
  }

  private void endRun() {
    if (!run.isEmpty()) {
      String words =
          DecoderUtil.decodeEncodedWords(
              run.toString(), DecodeMonitor.SILENT, Charsets.WESTERN, MEANT);
      boolean isQuoted = quotes && SPECIALS.matcher(words).find();
      decoded.append(isQuoted ? quoted(words) : words);
      run.setLength(0);
    }
  }

  private static String quoted(String words) {
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
