package dev.stepwise.mime;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.ContentType;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Mail.Bound;
import dev.stepwise.inbound.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads mails (RFC 5322, RFC 2045 to 2047) as leniently as mail programs do. Nothing makes it
 * throw: what is malformed is read as well as it can be, what is beyond a bound is left out.
 */
public final class MimeReader {
  /** SES takes no larger mail in. */
  static final int SIZE = 40 * 1024 * 1024;

  /** Bytes of one part's header fields; real ones stay below a tenth of it. */
  static final int HEADER = 256 * 1024;

  /** Parts of a mail, multiparts and those of enclosed mails included. */
  static final int PARTS = 1_000;

  /** How deep parts lie in one another; real mails stay below 10. */
  static final int DEPTH = 20;

  /** Characters of one text. */
  static final int TEXT = 1_000_000;

  private final Set<Bound> cut = EnumSet.noneOf(Bound.class);
  private int parts;

  private MimeReader() {}

  /** The mail that these bytes are; always one, be it empty. */
  public static Mail read(Bytes bytes) {
    MimeReader reader = new MimeReader();
    if (bytes.size() > SIZE) {
      reader.cut.add(Bound.SIZE);
    }
    return reader.read(new SteadyInput(bytes.stream(), SIZE), 0);
  }

  private Mail read(InputStream in, int depth) {
    Entities entities = new Entities(in, this, depth);
    entities.readAll();
    return new Mail(entities.headers(), entities.type(), entities.parts(), cut);
  }

  void cut(Bound bound) {
    cut.add(bound);
  }

  /** Counts one more part; false when there are too many. */
  boolean mayHaveAnother() {
    parts++;
    if (parts > PARTS) {
      cut.add(Bound.PARTS);
    }
    return parts <= PARTS;
  }

  /** A leaf of a mail, whose body has its transfer encoding taken off. */
  Part leaf(ContentType type, Headers headers, InputStream body, int depth) throws IOException {
    if (isMail(type)) {
      Mail mail = read(new SteadyInput(body, SIZE), depth + 1);
      return new Part.Enclosed(type, headers, mail);
    }
    if (isText(type)) {
      return new Part.Text(type, headers, text(type, body));
    }
    return new Part.Data(type, headers, Bytes.of(body.readAllBytes()));
  }

  static boolean isMail(ContentType type) {
    return type.is("message/rfc822") || type.is("message/global") || type.is("message/news");
  }

  private static boolean isText(ContentType type) {
    return type.isOf("text")
        || type.isOf("message") && !type.is("message/partial") && !type.is("message/external-body");
  }

  /** The text of a body, as much as may be. */
  String text(ContentType type, InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(4 * TEXT);
    String text = Charsets.decode(bytes, type.parameter("charset").orElse(""));
    if (body.read() < 0 && text.length() <= TEXT) {
      return text;
    }
    cut.add(Bound.TEXT);
    return text.substring(0, Math.min(TEXT, text.length()));
  }
}
