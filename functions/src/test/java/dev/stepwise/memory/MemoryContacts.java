package dev.stepwise.memory;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Contacts;
import dev.stepwise.enrollment.EnrollmentId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contacts in memory. */
record MemoryContacts(Memory memory) implements Contacts {
  @Override
  public Card card(EmailAddress email) {
    return memory.alone(() ->
        new Card(memory.contacts.get(email), memory.locks.get(email), memory.addresses.get(email)));
  }

  @Override
  public boolean forget(EmailAddress email, @Nullable EnrollmentId lockedBy) {
    return memory.alone(() -> {
      boolean asSeen = Objects.equals(memory.locks.get(email), lockedBy);
      if (asSeen) {
        memory.contacts.remove(email);
        memory.locks.put(email, NOBODY);
      }
      return asSeen;
    });
  }

  @Override
  public Map<EmailAddress, Contact> known(Collection<EmailAddress> emails) {
    return memory.alone(() ->
        emails.stream()
            .distinct()
            .filter(memory.contacts::containsKey)
            .collect(Collectors.toMap(Function.identity(), memory.contacts::get)));
  }
}
