package dev.stepwise.memory;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Hearing;
import dev.stepwise.matching.Clues;
import dev.stepwise.matching.Inbox;
import dev.stepwise.matching.Incoming;
import dev.stepwise.matching.Leads;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mails that came in, in memory. */
record MemoryInbox(Memory memory) implements Inbox {
  @Override
  public Leads leads(Clues clues) {
    return memory.alone(() -> {
      Map<String, EnrollmentId> messages = new HashMap<>(memory.messages);
      messages.keySet().retainAll(clues.messageIds());
      Map<EmailAddress, EnrollmentId> contacts = new HashMap<>(memory.locks);
      contacts.keySet().retainAll(clues.from());
      return new Leads(messages, contacts);
    });
  }

  @Override
  public Optional<Incoming> keep(Incoming mail) {
    return memory.alone(() -> {
      if (memory.mails.containsKey(mail.id())) {
        return Optional.empty();
      }
      Incoming present =
          mail.with(mail.matches().stream().filter(match -> isThere(match.enrollment())).toList());
      memory.mails.put(mail.id(), new Kept(present, false));
      present.enrollments().forEach(id -> hold(id, mail));
      return Optional.of(present);
    });
  }

  @Override
  public boolean keep(Incoming mail, List<EnrollmentId> more) {
    return memory.alone(() -> {
      Kept kept = memory.mails.get(mail.id());
      int seen = mail.matches().size() - more.size();
      if (kept == null || kept.done() || kept.mail().matches().size() != seen) {
        return false;
      }
      memory.mails.put(mail.id(), new Kept(mail, false));
      more.forEach(id -> hold(id, mail));
      return true;
    });
  }

  private boolean isThere(EnrollmentId id) {
    return memory.enrollments.containsKey(id.value());
  }

  private void hold(EnrollmentId id, Incoming mail) {
    memory.enrollments.computeIfPresent(
        id.value(), (_, e) -> Hearing.hold(e, mail.id(), mail.at()));
  }

  @Override
  public Optional<Kept> find(String mailId) {
    return memory.alone(() -> Optional.ofNullable(memory.mails.get(mailId)));
  }

  @Override
  public void done(Incoming mail, @Nullable EmailAddress contact, String judgement) {
    memory.alone(() -> {
      memory.mails.put(mail.id(), new Kept(mail, true));
      if (contact != null) {
        memory.mailsOf.put(mail.id(), contact);
      }
    });
  }

  @Override
  public List<String> ofContact(EmailAddress contact) {
    return memory.alone(() ->
        memory.mailsOf.entrySet().stream()
            .filter(mail -> mail.getValue().equals(contact))
            .map(Map.Entry::getKey)
            .toList());
  }

  @Override
  public void forget(String mailId) {
    memory.alone(() -> {
      memory.mails.remove(mailId);
      memory.mailsOf.remove(mailId);
    });
  }

  @Override
  public List<String> unread(Instant now, int limit) {
    return memory.alone(() ->
        memory.mails.values().stream()
            .filter(kept -> !kept.done() && kept.mail().at().plus(PATIENCE).isBefore(now))
            .map(kept -> kept.mail().id())
            .limit(limit)
            .toList());
  }
}
