package dev.stepwise.inbound;

import dev.stepwise.Bytes;
import java.util.Optional;

/** The bytes of mails that came in. */
public interface MailStore {
  /** A mail as it came; empty when it is gone, or larger than SES takes. */
  Optional<Bytes> fetch(String mailId);
}
