package dev.stepwise.forward;

import dev.stepwise.mail.AttachmentName;
import java.net.URI;
import java.util.Optional;

/** Where attachments are kept that were too large to forward. Storing twice changes nothing. */
public interface AttachmentStore {
  void put(String mailId, Attachment attachment);

  /** A link that gives the attachment to whoever has it, for a few minutes; empty without one. */
  Optional<URI> link(AttachmentName name);

  /** Removes all attachments of a mail. */
  void delete(String mailId);
}
