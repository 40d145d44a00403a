package dev.stepwise.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Countries' zones, from {@code country-zones.txt}: a code, its capital's zone, + for several. */
final class CountryZones {
  static final Map<String, ZoneId> CAPITALS = new HashMap<>();
  static final Set<String> SEVERAL = new HashSet<>();

  static {
    read();
  }

  private CountryZones() {}

  private static void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CountryZones.class.getResourceAsStream("country-zones.txt")),
                StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(CountryZones::note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void note(String line) {
    String[] parts = line.split(" ", -1);
    CAPITALS.put(parts[0], ZoneId.of(parts[1]));
    if (parts.length == 3) {
      SEVERAL.add(parts[0]);
    }
  }
}
