package dev.stepwise.memory;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Contacts;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Contacts in memory. */
record MemoryContacts(Memory memory) implements Contacts {
  @Override
  public Card card(EmailAddress email) {
    return memory.alone(() ->
        new Card(memory.contacts.get(email), memory.locks.get(email), memory.addresses.get(email)));
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
