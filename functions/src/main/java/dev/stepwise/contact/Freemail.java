package dev.stepwise.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Domains whose addresses belong to people of many companies, or of none: mailbox providers, and
 * access providers that give mailboxes. The list is data: {@code freemail-domains.txt}.
 */
public final class Freemail {
  private static final Set<String> DOMAINS = read();

  private Freemail() {}

  /** True when people of one domain are no colleagues. */
  public static boolean contains(Domain domain) {
    return DOMAINS.contains(domain.value());
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Freemail.class.getResourceAsStream("freemail-domains.txt")),
                StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
