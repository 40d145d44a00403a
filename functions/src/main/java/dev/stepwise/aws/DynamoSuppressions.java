package dev.stepwise.aws;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import dev.stepwise.contact.Suppressions;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suppressions in the table: an address's beside its contact, a domain's on its own. */
record DynamoSuppressions(Table table) implements Suppressions {
  @Override
  public Optional<Suppression> find(EmailAddress address) {
    return table.get(key(address)).map(item -> SuppressionItem.read(item, address.value()));
  }

  @Override
  public Optional<Suppression> find(Domain domain) {
    return table
        .get(Key.suppression(domain))
        .map(item -> SuppressionItem.read(item, domain.value()));
  }

  @Override
  public Map<Domain, Suppression> ofDomains(Collection<Domain> domains) {
    return table.getAll(domains.stream().map(Key::suppression).toList()).values().stream()
        .map(item -> SuppressionItem.read(item, item.text(Key.PK).substring(Key.PREFIX)))
        .collect(Collectors.toMap(found -> new Domain(found.target()), found -> found));
  }

  @Override
  public void save(EmailAddress address, Suppression suppression) {
    table.put(SuppressionItem.write(key(address), suppression));
  }

  @Override
  public void save(Domain domain, Suppression suppression) {
    table.put(SuppressionItem.write(Key.suppression(domain), suppression));
  }

  @Override
  public void delete(EmailAddress address) {
    table.delete(key(address));
  }

  @Override
  public void delete(Domain domain) {
    table.delete(Key.suppression(domain));
  }

  private Key key(EmailAddress address) {
    return table.contact(address, Key.SUPPRESSED);
  }
}
