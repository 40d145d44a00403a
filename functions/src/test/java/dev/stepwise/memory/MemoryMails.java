package dev.stepwise.memory;

import dev.stepwise.StepwiseException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.ErasableMails;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Mails that came, in memory: only whose they are; it can be told to fail. */
public final class MemoryMails implements ErasableMails {
  private final Map<String, EmailAddress> kept = new TreeMap<>();
  private int failures;

  /** Keeps a mail of that contact. */
  public synchronized void keep(String id, EmailAddress contact) {
    kept.put(id, contact);
  }

  /** The ids of the mails that are there. */
  public synchronized Set<String> kept() {
    return Set.copyOf(kept.keySet());
  }

  /** The next call does nothing and throws, as a crash would. */
  public synchronized void failNext() {
    failures++;
  }

  @Override
  public synchronized void erase(EmailAddress contact, List<String> told) {
    if (failures > 0) {
      failures--;
      throw new StepwiseException("the mails cannot be reached");
    }
    kept.values().removeIf(contact::equals);
    kept.keySet().removeAll(told);
  }
}
