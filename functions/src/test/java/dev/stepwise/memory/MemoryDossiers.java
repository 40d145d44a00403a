package dev.stepwise.memory;

import dev.stepwise.StepwiseException;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.pause.Pauses;
import dev.stepwise.sender.Sender;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dossiers in memory. */
record MemoryDossiers(Memory memory) implements Dossiers {
  @Override
  public Dossier read(Enrolled facts, List<LocalDate> days) {
    return memory.alone(() ->
        new Dossier(
            memory.contacts.getOrDefault(facts.contact(), Contact.of(facts.contact())),
            sender(facts),
            suppression(facts.contact()),
            memory.overrides.getOrDefault(facts.id(), Map.of()),
            memory.sendingHold.get(),
            new MemoryPauses(memory).switches(new Pauses.Under(facts.sequence(), facts.sender())),
            days.stream().map(day -> memory.ledgers.day(facts.sender(), day)).toList()));
  }

  private Sender sender(Enrolled facts) {
    Sender sender = memory.senders.get(facts.sender());
    if (sender == null) {
      throw new StepwiseException("enrollment " + facts.id() + " has a sender that is not stored");
    }
    return sender;
  }

  private @Nullable Suppression suppression(EmailAddress contact) {
    Suppression own = memory.addresses.get(contact);
    return own == null ? memory.domains.get(contact.domain()) : own;
  }
}
