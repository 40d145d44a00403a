package dev.stepwise.forward;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.ContentType;
import dev.stepwise.inbound.Headers;
import dev.stepwise.mime.RawPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

/** Leaves of a mail: what they are called, how they travel, and leaves of our own. */
final class Leaves {
  private static final String OCTETS = "application/octet-stream";
  private static final String ENCLOSED = "mail.eml";

  private Leaves() {}

  /** A text of ours. */
  static RawPart.Leaf text(String text) {
    Bytes content = Bytes.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    ContentType type = new ContentType("text/plain", Map.of("charset", "utf-8"));
    List<Field> fields =
        List.of(Fields.contentType("text/plain", new NameValuePair("charset", "utf-8")));
    return encoded(
        new RawPart.Leaf(type, Headers.NONE, fields, "7bit", content),
        content,
        TransferEncoding.QUOTED_PRINTABLE);
  }

  /** A whole mail as a part of another, byte for byte where mail systems take it so. */
  static RawPart.Leaf enclosed(Bytes mail) {
    ContentType type = new ContentType("message/rfc822", Map.of());
    List<Field> fields =
        List.of(
            Fields.contentType("message/rfc822"),
            Fields.contentDisposition("attachment", ENCLOSED));
    return sendable(new RawPart.Leaf(type, Headers.NONE, fields, "7bit", mail));
  }

  /** The same content in that encoding. */
  static RawPart.Leaf encoded(RawPart.Leaf leaf, Bytes content, TransferEncoding encoding) {
    List<Field> fields = new ArrayList<>(leaf.fields());
    fields.removeIf(field -> field.getNameLowerCase().equals("content-transfer-encoding"));
    fields.add(Fields.contentTransferEncoding(encoding.label()));
    return new RawPart.Leaf(
        leaf.type(), leaf.headers(), fields, encoding.label(), encoding.encoded(content));
  }

  /** The leaf as it is where every mail system takes it so, else encoded anew. */
  static RawPart.Leaf sendable(RawPart.Leaf leaf) {
    TransferEncoding encoding = encoding(leaf);
    boolean inLines = encoding != TransferEncoding.BINARY;
    Bytes body = inLines ? TransferEncoding.withCrLf(leaf.body()) : leaf.body();
    if (TransferEncoding.travels(body)) {
      return new RawPart.Leaf(leaf.type(), leaf.headers(), leaf.fields(), leaf.encoding(), body);
    }
    Bytes content = encoding.decoded(body);
    if (leaf.type().isOf("message")) {
      // No encoding is allowed for these (RFC 2046, 5.2.1).
      return encoded(asFile(leaf), content, TransferEncoding.BASE64);
    }
    boolean isReadable = leaf.type().isOf("text") && encoding != TransferEncoding.BASE64;
    return encoded(
        leaf, content, isReadable ? TransferEncoding.QUOTED_PRINTABLE : TransferEncoding.BASE64);
  }

  static Bytes content(RawPart.Leaf leaf) {
    return encoding(leaf).decoded(leaf.body());
  }

  static TransferEncoding encoding(RawPart.Leaf leaf) {
    return TransferEncoding.named(leaf.encoding()).orElse(TransferEncoding.BINARY);
  }

  static boolean isAttachment(RawPart.Leaf leaf) {
    String disposition = leaf.headers().first("Content-Disposition").orElse("");
    return disposition.regionMatches(true, 0, "attachment", 0, "attachment".length());
  }

  /** What to save it as; safe to show. */
  static String fileName(RawPart.Leaf leaf) {
    return leaf.headers()
        .first("Content-Disposition")
        .flatMap(Leaves::fileName)
        .or(() -> leaf.type().parameter("name"))
        .map(Words::fileName)
        .orElseGet(() -> unnamed(leaf.type()));
  }

  private static String unnamed(ContentType type) {
    return type.isOf("message") ? ENCLOSED : "attachment";
  }

  /** The parameter filename, also as RFC 2231 writes it. */
  private static Optional<String> fileName(String disposition) {
    MimeParameterMapping all = new MimeParameterMapping();
    RawField field = new RawField("Content-Disposition", disposition);
    for (NameValuePair pair : RawFieldParser.DEFAULT.parseRawBody(field).getParams()) {
      if (pair.getValue() != null) {
        all.addParameter(pair.getName(), pair.getValue());
      }
    }
    return Optional.ofNullable(all.get("filename"));
  }

  private static RawPart.Leaf asFile(RawPart.Leaf leaf) {
    List<Field> fields =
        List.of(Fields.contentType(OCTETS), Fields.contentDisposition("attachment", ENCLOSED));
    ContentType type = new ContentType(OCTETS, Map.of());
    return new RawPart.Leaf(type, leaf.headers(), fields, leaf.encoding(), leaf.body());
  }
}
