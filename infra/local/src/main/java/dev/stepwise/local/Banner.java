package dev.stepwise.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a newcomer reads when all is ready. */
final class Banner {
  private Banner() {}

  static String of(LocalSystem system, Path readyFile) {
    var header = "Authorization: Bearer $(jq -r .tokens.rep " + readyFile + ")";
    return """

    Stepwise is ready%s. Here it is %s.

      API      %s
      Mail in  %s, for anyone@%s
      Tokens   %s

    Try:
      curl -s -H "%s" %s/senders/%s
      curl -s %s/_local/clock -d '{"advance":"P1D"}'

    Ctrl-C ends it. ./mvnw -Plocal -Ddemo plays a whole sequence in a minute.
    """
        .formatted(
            took(),
            system.clock().now().truncatedTo(ChronoUnit.SECONDS),
            system.api(),
            system.smtp(),
            LocalSystem.INBOUND_DOMAIN,
            readyFile,
            header,
            system.api(),
            FirstSender.EMAIL,
            system.api());
  }

  private static String took() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, Instant.now()).toMillis() / 1000.0)
        .map(" after %.1f s"::formatted)
        .orElse("");
  }
}
