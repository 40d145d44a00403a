package dev.stepwise.contact;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Who may never be written to. Reads are strong. */
public interface Suppressions {
  Optional<Suppression> find(EmailAddress address);

  Optional<Suppression> find(Domain domain);

  /** Those of these domains that are suppressed. */
  Map<Domain, Suppression> ofDomains(Collection<Domain> domains);

  /** Writes it; one that is there already is replaced. */
  void save(EmailAddress address, Suppression suppression);

  /** Writes it; one that is there already is replaced. */
  void save(Domain domain, Suppression suppression);

  void delete(EmailAddress address);

  void delete(Domain domain);
}
