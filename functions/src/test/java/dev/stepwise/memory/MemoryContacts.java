package dev.stepwise.memory;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Contacts;

/** Contacts in memory. */
record MemoryContacts(Memory memory) implements Contacts {
  @Override
  public Card card(EmailAddress email) {
    return memory.alone(() ->
        new Card(memory.contacts.get(email), memory.locks.get(email), memory.addresses.get(email)));
  }

  @Override
  public void save(Contact contact) {
    memory.alone(() -> {
      memory.contacts.put(contact.email(), contact);
    });
  }
}
