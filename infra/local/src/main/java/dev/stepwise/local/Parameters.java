package dev.stepwise.local;

import dev.stepwise.local.aws.SesService;
import dev.stepwise.local.issuer.Issuer;
import java.util.Map;

/** What the template's parameters are here; the others take their defaults. */
final class Parameters {
  private static final String SENDING_DOMAIN = "example.com";

  private Parameters() {}

  static Map<String, String> of(Issuer issuer) {
    return Map.of(
        "SendingDomain",
        SENDING_DOMAIN,
        "InboundDomain",
        LocalSystem.INBOUND_DOMAIN,
        "TokenIssuer",
        issuer.url(),
        "TokenAudience",
        Issuer.AUDIENCE,
        "SendsPerSecond",
        Integer.toString(SesService.RATE),
        "AlarmEmail",
        "alarms@" + SENDING_DOMAIN);
  }
}
