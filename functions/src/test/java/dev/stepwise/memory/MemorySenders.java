package dev.stepwise.memory;

import dev.stepwise.StaleVersionException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sender.Sender;
import dev.stepwise.sender.Senders;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Senders in memory. */
record MemorySenders(Memory memory) implements Senders {
  @Override
  public Optional<Sender> find(EmailAddress email) {
    return memory.alone(() -> Optional.ofNullable(memory.senders.get(email)));
  }

  @Override
  public Set<EmailAddress> ofSubject(String subject) {
    return memory.alone(() ->
        memory.senders.values().stream()
            .filter(sender -> sender.subjects().contains(subject))
            .map(Sender::email)
            .collect(Collectors.toSet()));
  }

  @Override
  public void save(Optional<Sender> before, Sender after) {
    memory.alone(() -> {
      if (!before.equals(Optional.ofNullable(memory.senders.get(after.email())))) {
        throw new StaleVersionException("the sender");
      }
      memory.senders.put(after.email(), after);
    });
  }
}
