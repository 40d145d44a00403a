package dev.stepwise.mime;

import dev.stepwise.inbound.Headers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;

/** Header fields as text: unfolded, decoded, and free of control characters. */
final class HeaderText {
  /** A decoded name among addresses must not be read as an address. */
  private static final Set<String> ADDRESSES =
      Set.of(
          "from",
          "to",
          "cc",
          "bcc",
          "sender",
          "reply-to",
          "return-path",
          "resent-from",
          "resent-to",
          "delivered-to",
          "x-original-to",
          "disposition-notification-to");

  private static final Pattern LINE_END = Pattern.compile("[\r\n]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private HeaderText() {}

  static Headers.Field of(Field field) {
    byte[] raw = bytesOf(field);
    String name = field.getName();
    boolean hasAddresses = ADDRESSES.contains(name.toLowerCase(Locale.ROOT));
    String unfolded = LINE_END.matcher(Charsets.guess(raw)).replaceAll("");
    String decoded = EncodedWords.decode(unfolded, hasAddresses);
    return new Headers.Field(name, CONTROL.matcher(decoded).replaceAll(" ").strip());
  }

  private static byte[] bytesOf(Field field) {
    ByteSequence raw = field.getRaw();
    int colon = ((RawField) field).getDelimiterIdx();
    byte[] bytes = raw.toByteArray();
    return Arrays.copyOfRange(bytes, Math.min(colon + 1, bytes.length), bytes.length);
  }
}
