package dev.stepwise.local.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.stream.MimeConfig;

/** What a whole message says of itself. */
final class RawMail {
  private RawMail() {}

  static Message parse(byte[] message) {
    try {
      return Message.Builder.of()
          .use(MimeConfig.PERMISSIVE)
          .copy(Message.Builder.of(new ByteArrayInputStream(message)).build())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Mailbox> from(byte[] message) {
    return Optional.ofNullable(parse(message).getFrom())
        .filter(from -> !from.isEmpty())
        .map(List::getFirst);
  }

  static List<Mailbox> recipients(byte[] message) {
    var parsed = parse(message);
    return Stream.of(
            Optional.ofNullable(parsed.getTo()),
            Optional.ofNullable(parsed.getCc()),
            Optional.ofNullable(parsed.getBcc()))
        .flatMap(Optional::stream)
        .map(AddressList::flatten)
        .flatMap(List::stream)
        .toList();
  }

  /** The first part of a text type, decoded; empty when there is none. */
  static String text(Entity entity, String type) {
    if (entity.getBody() instanceof Multipart multipart) {
      return multipart.getBodyParts().stream()
          .map(part -> text(part, type))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse("");
    }
    return entity.getBody() instanceof TextBody body && Objects.equals(entity.getMimeType(), type)
        ? read(body)
        : "";
  }

  private static String read(TextBody body) {
    try (var reader = body.getReader()) {
      return reader.readAllAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
