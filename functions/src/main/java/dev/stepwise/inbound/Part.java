package dev.stepwise.inbound;

import dev.stepwise.Bytes;
import java.util.Optional;

/** A leaf of a mail's tree of parts; multiparts themselves are left out, their order is kept. */
public sealed interface Part {
  ContentType type();

  Headers headers();

  /**
   * Text, decoded from its transfer encoding and its character set: all of text/*, and the report
   * parts that are made of fields (message/delivery-status, message/feedback-report,
   * message/disposition-notification, text/rfc822-headers).
   */
  record Text(ContentType type, Headers headers, String text) implements Part {}

  /** A mail in the mail (message/rfc822), as far as it can be read. */
  record Enclosed(ContentType type, Headers headers, Mail mail) implements Part {}

  /** Anything else, decoded from its transfer encoding. */
  record Data(ContentType type, Headers headers, Bytes bytes) implements Part {}

  /** The name of the file, if this part has one. */
  default Optional<String> fileName() {
    return type().parameter("name");
  }

  /** True when the part says that it is something to be saved, and nothing to be read. */
  default boolean isAttachment() {
    String disposition = headers().first("Content-Disposition").orElse("");
    return disposition.regionMatches(true, 0, "attachment", 0, "attachment".length());
  }
}
