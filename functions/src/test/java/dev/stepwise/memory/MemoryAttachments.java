package dev.stepwise.memory;

import dev.stepwise.forward.Attachment;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.mail.AttachmentName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Attachments in memory. */
public final class MemoryAttachments implements AttachmentStore {
  private final Map<AttachmentName, Attachment> kept = new ConcurrentHashMap<>();

  @Override
  public void put(String mailId, Attachment attachment) {
    kept.put(new AttachmentName(mailId, attachment.index()), attachment);
  }

  @Override
  public Optional<URI> link(AttachmentName name) {
    return Optional.ofNullable(kept.get(name)).map(_ -> URI.create("https://s3.example/" + name));
  }

  @Override
  public void delete(String mailId) {
    kept.keySet().removeIf(name -> name.mailId().equals(mailId));
  }
}
