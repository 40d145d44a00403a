package dev.stepwise.forward;

import dev.stepwise.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** How content is written on the wire (RFC 2045, 6). */
enum TransferEncoding {
  /** As it is, in lines; with bytes above 127 that not every mail system takes. */
  LINES("7bit"),
  /** As it is, and in no lines. */
  BINARY("binary"),
  BASE64("base64"),
  QUOTED_PRINTABLE("quoted-printable");

  /** Characters of a line without its end (RFC 5322, 2.1.1). */
  static final int LONGEST_LINE = 998;

  /** What base64 needs for a line of it. */
  private static final int LINE = 76;

  private static final byte[] CRLF = {'\r', '\n'};

  private final String label;

  TransferEncoding(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The one that a header names; nothing for one that nobody knows. */
  static Optional<TransferEncoding> named(String label) {
    return switch (label) {
      case "7bit", "8bit" -> Optional.of(LINES);
      case "binary" -> Optional.of(BINARY);
      case "base64" -> Optional.of(BASE64);
      case "quoted-printable" -> Optional.of(QUOTED_PRINTABLE);
      default -> Optional.empty();
    };
  }

  Bytes encoded(Bytes content) {
    return switch (this) {
      case LINES, BINARY -> content;
      case BASE64 -> Bytes.of(Base64.getMimeEncoder(LINE, CRLF).encode(content.toArray()));
      case QUOTED_PRINTABLE -> quoted(content);
    };
  }

  /** The content; what is broken is passed over, as mail programs do. */
  Bytes decoded(Bytes body) {
    return switch (this) {
      case LINES, BINARY -> body;
      case BASE64 -> all(new Base64InputStream(body.stream(), false));
      case QUOTED_PRINTABLE -> all(new QuotedPrintableInputStream(body.stream(), false));
    };
  }

  /** True for what every mail system takes as it is: short lines of ASCII that end in CRLF. */
  static boolean travels(Bytes body) {
    byte[] bytes = body.toArray();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean ends = bytes[i] == '\n';
      boolean isCrLf = ends && i > start && bytes[i - 1] == '\r';
      boolean isLoneCr = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
      if (bytes[i] <= 0 || isLoneCr || ends && !isCrLf || i - start > LONGEST_LINE) {
        return false;
      }
      start = ends ? i + 1 : start;
    }
    return true;
  }

  /** The same with CRLF at the end of each line, for stores that keep less. */
  static Bytes withCrLf(Bytes body) {
    byte[] bytes = body.toArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 64);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(bytes[i]);
    }
    return Bytes.of(out.toByteArray());
  }

  private static Bytes quoted(Bytes content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2 * content.size());
    try {
      EncoderUtil.encodeQ(content.stream(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(out.toByteArray());
  }

  private static Bytes all(InputStream in) {
    try (in) {
      return Bytes.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
