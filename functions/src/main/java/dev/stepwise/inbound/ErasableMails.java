package dev.stepwise.inbound;

import dev.stepwise.contact.EmailAddress;

/** Mails that came and are kept, as far as a person may have them erased. */
public interface ErasableMails {
  /**
   * Deletes every kept mail of that contact, the mail itself before what leads to it, so that after
   * a crash the same is found and done again.
   */
  void erase(EmailAddress contact);
}
