package dev.stepwise.inbound;

import dev.stepwise.Bytes;
import java.util.Optional;

/** Where mails that came in are kept. */
public interface MailStore {
  /**
   * The mail of that id, of at most 40 MB (SES takes no larger one in); empty when there is none.
   */
  Optional<Bytes> fetch(String mailId);

  /** Removes the mail; one that is not there is removed already. */
  void delete(String mailId);
}
