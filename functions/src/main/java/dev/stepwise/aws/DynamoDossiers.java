package dev.stepwise.aws;

import dev.stepwise.StepwiseException;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.Contacts.Card;
import dev.stepwise.enrollment.Dossier;
import dev.stepwise.enrollment.Dossiers;
import dev.stepwise.enrollment.Enrolled;
import dev.stepwise.enrollment.OwnCopy;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.sender.Sender;
import dev.stepwise.sending.Pause;
import dev.stepwise.sending.SendingHold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers in two strong reads: the contact's partition, then all else in one batch, with the hold
 * on all sends and the switches of the sequence and of everything where nobody has looked for a
 * while.
 */
record DynamoDossiers(Table table, Known<SendingHold> holds, Known<Pause> pauses)
    implements Dossiers {
  @Override
  public Dossier read(Enrolled facts, List<LocalDate> days) {
    Card card = new DynamoContacts(table).card(facts.contact());
    boolean looks = holds.isStale(Key.SENDING);
    List<Key> switches =
        Stream.of(Key.PAUSED, Key.head(facts.sequence())).filter(pauses::isStale).toList();
    List<Key> keys = keys(facts, looks, switches);
    days.forEach(day -> keys.add(Key.ledger(facts.sender(), day)));
    Map<Key, Item> others = table.getAll(keys);
    if (looks) {
      holds.learn(Key.SENDING, DynamoSendingHolds.read(others.get(Key.SENDING)));
    }
    switches.forEach(key -> pauses.learn(key, PauseItem.read(others.get(key))));
    Sender sender = sender(facts, others);
    Contact contact = card.known();
    return new Dossier(
        contact == null ? Contact.of(facts.contact()) : contact,
        sender,
        suppression(facts, card, others),
        overrides(facts, others),
        holds.get(Key.SENDING),
        new Switches(
            pauses.get(Key.PAUSED), sender.pause(), pauses.get(Key.head(facts.sequence()))),
        days.stream().map(day -> booked(facts, day, others)).toList());
  }

  private static LedgerDay booked(Enrolled facts, LocalDate day, Map<Key, Item> others) {
    Item item = others.get(Key.ledger(facts.sender(), day));
    return item == null ? LedgerDay.empty(day) : LedgerDayItem.read(item);
  }

  private static List<Key> keys(Enrolled facts, boolean withHold, List<Key> switches) {
    List<Key> keys = new ArrayList<>(switches);
    keys.add(Key.suppression(facts.contact().domain()));
    keys.add(Key.sender(facts.sender()));
    if (withHold) {
      keys.add(Key.SENDING);
    }
    if (facts.overridden()) {
      keys.add(Key.overrides(facts.id()));
    }
    return keys;
  }

  private static Sender sender(Enrolled facts, Map<Key, Item> others) {
    Item item = others.get(Key.sender(facts.sender()));
    if (item == null) {
      throw new StepwiseException("enrollment " + facts.id() + " has a sender that is not stored");
    }
    return SenderItem.read(item);
  }

  private static @Nullable Suppression suppression(
      Enrolled facts, Card card, Map<Key, Item> others) {
    Item domain = others.get(Key.suppression(facts.contact().domain()));
    return card.suppressed() != null || domain == null
        ? card.suppressed()
        : SuppressionItem.read(domain, facts.contact().domain().value());
  }

  private static Map<Integer, OwnCopy> overrides(Enrolled facts, Map<Key, Item> others) {
    Item own = others.get(Key.overrides(facts.id()));
    if (own == null && facts.overridden()) {
      throw new StepwiseException("enrollment " + facts.id() + " lacks its own copy of steps");
    }
    return own == null ? Map.of() : OverridesItem.read(own);
  }
}
