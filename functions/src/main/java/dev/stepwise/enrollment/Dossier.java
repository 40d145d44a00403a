package dev.stepwise.enrollment;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Suppression;
import dev.stepwise.pacing.LedgerDay;
import dev.stepwise.sender.Sender;
import dev.stepwise.sending.SendingHold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that must be known of an enrollment's people to act for it, the last hold on all sends of the
 * account, and the switches that it is under; {@code booked} are the days of the sender's ledger
 * that were asked for.
 */
public record Dossier(
    Contact contact,
    Sender sender,
    @Nullable Suppression suppressed,
    Map<Integer, OwnCopy> overrides,
    @Nullable SendingHold lastHold,
    Switches switches,
    List<LedgerDay> booked) {
  public Dossier {
    overrides = Map.copyOf(overrides);
    booked = List.copyOf(booked);
  }

  /** The same with its sender as it is now, and nothing known of the sender's ledger. */
  public Dossier by(Sender now) {
    return new Dossier(contact, now, suppressed, overrides, lastHold, switches, List.of());
  }

  /** That the address or its domain may not be written to. */
  public Optional<Suppression> suppression() {
    return Optional.ofNullable(suppressed);
  }

  /** That nothing of this account is to be sent now. */
  public Optional<SendingHold> holdAt(Instant now) {
    return Optional.ofNullable(lastHold).filter(hold -> hold.isOn(now));
  }
}
