package dev.stepwise.sender;

import dev.stepwise.contact.EmailAddress;
import java.util.Optional;
import java.util.Set;

/** The team's senders. Reads are strong. */
public interface Senders {
  Optional<Sender> find(EmailAddress email);

  /** The senders that this token subject may act for. */
  Set<EmailAddress> ofSubject(String subject);

  /** Writes a sender over {@code before} and binds its subjects, or throws StaleVersion. */
  void save(Optional<Sender> before, Sender after);
}
