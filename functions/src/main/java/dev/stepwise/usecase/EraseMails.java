package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.forward.AttachmentStore;
import dev.stepwise.inbound.ErasableMails;
import dev.stepwise.inbound.MailStore;
import dev.stepwise.matching.Inbox;
import java.util.List;

/** Erases mails that came: the mail and its attachments first, then what leads to them. */
public record EraseMails(Inbox inbox, MailStore store, AttachmentStore attachments)
    implements ErasableMails {

  @Override
  public void erase(EmailAddress contact, List<String> told) {
    told.stream().filter(this::isDone).forEach(this::erase);
    List<String> found = inbox.ofContact(contact);
    while (!found.isEmpty()) {
      found.forEach(this::erase);
      List<String> more = inbox.ofContact(contact);
      // An index that lags still names what is gone.
      found = more.stream().filter(id -> inbox.find(id).isPresent()).toList();
    }
  }

  private boolean isDone(String mailId) {
    return inbox.find(mailId).filter(Inbox.Kept::done).isPresent();
  }

  /** Erases one mail. */
  void erase(String mailId) {
    store.delete(mailId);
    attachments.delete(mailId);
    inbox.forget(mailId);
  }
}
