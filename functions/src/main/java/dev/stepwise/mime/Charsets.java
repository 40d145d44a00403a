package dev.stepwise.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.util.CharsetUtil;
import org.jspecify.annotations.Nullable;

/** Bytes to text, also where the character set is missing, unknown or wrong. */
final class Charsets {
  /** What western mail is written in when it says nothing or less. */
  static final Charset WESTERN = Charset.forName("windows-1252");

  /** Names that stand for a larger set, as the WHATWG's Encoding Standard has them. */
  private static final Map<String, String> MEANT =
      Map.of(
          "iso-8859-1", "windows-1252",
          "iso-8859-9", "windows-1254",
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "x-gbk", "GB18030",
          "euc-kr", "x-windows-949",
          "ks_c_5601-1987", "x-windows-949",
          "shift_jis", "windows-31j",
          "x-sjis", "windows-31j",
          "cp-850", "IBM850");

  private Charsets() {}

  /** The text that these bytes are in the charset of that name, or in the likeliest one. */
  static String decode(byte[] bytes, String name) {
    Charset charset = lookup(name);
    if (charset == null || isBetterGuessed(charset, bytes)) {
      return guess(bytes);
    }
    return new String(bytes, charset);
  }

  /** The text that these bytes are when nobody says what they are. */
  static String guess(byte[] bytes) {
    if (hasJapaneseEscape(bytes)) {
      return new String(bytes, Charset.forName("ISO-2022-JP"));
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      String utf8 = new String(bytes, UTF_8);
      return isMostlyBroken(utf8) ? new String(bytes, WESTERN) : utf8;
    }
  }

  /** Null for names that say nothing about bytes above 127, and for unknown ones. */
  static @Nullable Charset lookup(String name) {
    String known = name.strip().toLowerCase(Locale.ROOT);
    Charset charset = CharsetUtil.lookup(MEANT.getOrDefault(known, known));
    return StandardCharsets.US_ASCII.equals(charset) ? null : charset;
  }

  /** These two are often said of one another, and the bytes tell which it is. */
  private static boolean isBetterGuessed(Charset charset, byte[] bytes) {
    String name = charset.name();
    boolean isWide = name.startsWith("UTF-16") || name.startsWith("UTF-32");
    return charset.equals(UTF_8) || charset.equals(WESTERN) || isWide && !has(bytes, 0);
  }

  private static boolean isMostlyBroken(String utf8) {
    long broken = utf8.chars().filter(c -> c == '\uFFFD').count();
    long good = utf8.chars().filter(c -> c > 127 && c != '\uFFFD').count();
    return broken > 2 * good;
  }

  private static boolean hasJapaneseEscape(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == 0x1b && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(byte[] bytes, int wanted) {
    for (byte each : bytes) {
      if (each == wanted) {
        return true;
      }
    }
    return false;
  }
}
