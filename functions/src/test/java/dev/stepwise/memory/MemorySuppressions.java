package dev.stepwise.memory;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Suppressions in memory. */
record MemorySuppressions(Memory memory) implements Suppressions {
  @Override
  public Optional<Suppression> find(EmailAddress address) {
    return memory.alone(() -> Optional.ofNullable(memory.addresses.get(address)));
  }

  @Override
  public Optional<Suppression> find(Domain domain) {
    return memory.alone(() -> Optional.ofNullable(memory.domains.get(domain)));
  }

  @Override
  public Map<Domain, Suppression> ofDomains(Collection<Domain> domains) {
    return memory.alone(() -> {
      Map<Domain, Suppression> found = new HashMap<>(memory.domains);
      found.keySet().retainAll(domains);
      return found;
    });
  }

  @Override
  public void save(EmailAddress address, Suppression suppression) {
    memory.alone(() -> {
      memory.addresses.put(address, suppression);
    });
  }

  @Override
  public void save(Domain domain, Suppression suppression) {
    memory.alone(() -> {
      memory.domains.put(domain, suppression);
    });
  }

  @Override
  public void delete(EmailAddress address) {
    memory.alone(() -> {
      memory.addresses.remove(address);
    });
  }

  @Override
  public void delete(Domain domain) {
    memory.alone(() -> {
      memory.domains.remove(domain);
    });
  }
}
