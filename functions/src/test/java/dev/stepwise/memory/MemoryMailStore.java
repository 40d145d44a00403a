package dev.stepwise.memory;

import dev.stepwise.Bytes;
import dev.stepwise.StepwiseException;
import dev.stepwise.inbound.MailStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Mails that came in, in memory; it can be told to be away. */
public final class MemoryMailStore implements MailStore {
  private final Map<String, Bytes> mails = new ConcurrentHashMap<>();
  private volatile boolean away;

  /** Keeps a mail, as SES does before it calls. */
  public void put(String mailId, Bytes raw) {
    mails.put(mailId, raw);
  }

  /** From now on no mail can be fetched. */
  public void goAway() {
    away = true;
  }

  @Override
  public Optional<Bytes> fetch(String mailId) {
    if (away) {
      throw new StepwiseException("the store is away");
    }
    return Optional.ofNullable(mails.get(mailId));
  }

  @Override
  public void delete(String mailId) {
    mails.remove(mailId);
  }
}
