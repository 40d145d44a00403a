package dev.stepwise.forward;

import dev.stepwise.Bytes;
import dev.stepwise.mime.RawPart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.MimeUtil;

/** The fields about a part's content, written so that they travel. */
final class ContentFields {
  private ContentFields() {}

  /** As they came, where they consist of short lines of ASCII; else the same in ASCII. */
  static Stream<Field> of(RawPart.Leaf leaf) {
    return leaf.fields().stream().flatMap(field -> asciiOnly(leaf, field).stream());
  }

  /** A multipart's type with a boundary of our own: the part may say anything, and not end it. */
  static Field of(RawPart.Branch branch, String boundary) {
    Map<String, String> parameters = new TreeMap<>();
    branch
        .type()
        .parameters()
        .forEach((name, value) -> {
          if (isPrintable(name + value)) {
            parameters.put(name, value);
          }
        });
    parameters.put("boundary", boundary);
    return Fields.contentType(branch.type().type(), parameters);
  }

  private static Optional<Field> asciiOnly(RawPart.Leaf leaf, Field field) {
    ByteSequence raw = field.getRaw();
    if (raw == null || TransferEncoding.travels(Bytes.of(raw.toByteArray()))) {
      return Optional.of(field);
    }
    String body = MimeUtil.unfold(field.getBody()).strip();
    if (isPrintable(body) && body.length() < TransferEncoding.LONGEST_LINE) {
      return Optional.of(new RawField(field.getName(), body));
    }
    return switch (field.getNameLowerCase()) {
      case "content-type" -> Optional.of(type(leaf));
      case "content-disposition" -> Optional.of(disposition(leaf));
      default -> Optional.empty();
    };
  }

  private static Field type(RawPart.Leaf leaf) {
    String charset = leaf.type().parameter("charset").filter(ContentFields::isPrintable).orElse("");
    return charset.isEmpty()
        ? Fields.contentType(leaf.type().type())
        : Fields.contentType(leaf.type().type(), Map.of("charset", charset));
  }

  /** The file name as RFC 2231 has it. */
  private static Field disposition(RawPart.Leaf leaf) {
    String kind = Leaves.isAttachment(leaf) ? "attachment" : "inline";
    String name =
        URLEncoder.encode(Leaves.fileName(leaf), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A");
    return new RawField("Content-Disposition", kind + "; filename*=UTF-8''" + name);
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 127);
  }
}
