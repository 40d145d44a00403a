package dev.stepwise.usecase;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sender.Senders;
import java.util.Set;

/**
 * Who calls, and for whom they may act: an admin for everybody, a rep for the senders that an admin
 * has bound to the subject of the rep's token. Nothing else in a token authorises anything.
 */
public record Authority(String subject, boolean admin, Senders senders) {
  public boolean mayActFor(EmailAddress sender) {
    return admin || own().contains(sender);
  }

  /** The same caller, where what is done concerns everybody. */
  Authority forAll() {
    return new Authority(subject, true, senders);
  }

  /** The senders bound to the caller's subject. */
  public Set<EmailAddress> own() {
    return senders.ofSubject(subject);
  }
}
