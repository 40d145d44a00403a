package dev.stepwise.local.aws;

import dev.stepwise.local.bytes.Bytes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.address.Mailbox;

/** What SendEmail was asked for, once it is known to be good. */
record MailRequest(Mailbox from, Recipients recipients, Content content, Map<String, String> tags) {

  /** Who gets the mail, and where answers go. */
  record Recipients(List<Mailbox> to, List<Mailbox> cc, List<Mailbox> bcc, List<Mailbox> replyTo) {

    /** The bare addresses of everyone who gets it. */
    List<String> envelope() {
      return Stream.of(to, cc, bcc).flatMap(List::stream).map(Mailbox::getAddress).toList();
    }
  }

  /** What the mail says: parts that we put together, or a whole message. */
  sealed interface Content {}

  /** Parts; an empty text or HTML part is left out. */
  record Simple(String subject, String text, String html, Map<String, String> headers)
      implements Content {}

  /** A whole message. */
  record Raw(Bytes message) implements Content {}
}
