package dev.stepwise.memory;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.MailStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Mails that came in, in memory. */
public final class MemoryMailStore implements MailStore {
  private final Map<String, Bytes> mails = new ConcurrentHashMap<>();

  /** Keeps a mail, as SES does before it calls. */
  public void put(String mailId, Bytes raw) {
    mails.put(mailId, raw);
  }

  @Override
  public Optional<Bytes> fetch(String mailId) {
    return Optional.ofNullable(mails.get(mailId));
  }

  @Override
  public void delete(String mailId) {
    mails.remove(mailId);
  }
}
