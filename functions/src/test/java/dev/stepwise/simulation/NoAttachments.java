package dev.stepwise.simulation;

import dev.stepwise.StepwiseException;
import dev.stepwise.forward.Attachment;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.mail.AttachmentName;
import java.net.URI;
import java.util.Optional;

/** The answers of a run have no attachments. */
final class NoAttachments implements AttachmentStore {
  @Override
  public void put(String mailId, Attachment attachment) {
    throw new StepwiseException("mail " + mailId + " has no attachment");
  }

  @Override
  public Optional<URI> link(AttachmentName name) {
    return Optional.empty();
  }

  @Override
  public void delete(String mailId) {
    // There is none.
  }
}
