package dev.stepwise.local.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What SES's checks say about a mail: PASS, FAIL, GRAY or PROCESSING_FAILED each. */
public record Verdicts(String spf, String dkim, String dmarc, String spam, String virus) {
  public static final Verdicts PASS = of(Map.of());
  private static final Set<String> KNOWN = Set.of("PASS", "FAIL", "GRAY", "PROCESSING_FAILED");

  /** Verdicts by name, PASS where none is given. */
  public static Verdicts of(Map<String, String> named) {
    return new Verdicts(
        named.getOrDefault("spf", "PASS"),
        named.getOrDefault("dkim", "PASS"),
        named.getOrDefault("dmarc", "PASS"),
        named.getOrDefault("spam", "PASS"),
        named.getOrDefault("virus", "PASS"));
  }

  public boolean known() {
    return KNOWN.containsAll(List.of(spf, dkim, dmarc, spam, virus));
  }

  Map<String, Object> receiptFields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("spamVerdict", Map.of("status", spam));
    fields.put("virusVerdict", Map.of("status", virus));
    fields.put("spfVerdict", Map.of("status", spf));
    fields.put("dkimVerdict", Map.of("status", dkim));
    fields.put("dmarcVerdict", Map.of("status", dmarc));
    return fields;
  }
}
