package dev.stepwise.inbound;

import dev.stepwise.contact.EmailAddress;
import java.util.List;

/** Mails that came and are kept, as far as a person may have them erased. */
public interface ErasableMails {
  /**
   * Deletes every kept mail of that contact, the mail itself before what leads to it, so that after
   * a crash the same is found and done again. {@code told} are the ids on the contact's timelines;
   * mails that are not read yet are left: whoever reads them erases them.
   */
  void erase(EmailAddress contact, List<String> told);
}
