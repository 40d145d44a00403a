package dev.stepwise.enrollment;

import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Suppression;
import dev.stepwise.sender.Sender;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that must be known of an enrollment's people to act for it. */
public record Dossier(
    Contact contact,
    Sender sender,
    @Nullable Suppression suppressed,
    Map<Integer, OwnCopy> overrides) {
  public Dossier {
    overrides = Map.copyOf(overrides);
  }

  /** That the address or its domain may not be written to. */
  public Optional<Suppression> suppression() {
    return Optional.ofNullable(suppressed);
  }
}
