package dev.stepwise.local.aws;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What becomes of the mail to one recipient. As with SES's mailbox simulator, its addresses may
 * carry a label: bounce+ada@simulator.amazonses.com. Here a label that ends in a duration says how
 * much later it happens: bounce+ada.pt1h@simulator.amazonses.com bounces an hour later.
 */
record Simulated(String address, Fate fate, Duration after) {
  private static final Pattern ADDRESS =
      Pattern.compile("([a-z-]+)(?:\\+(?:.*\\.)?([^.]*))?@simulator\\.amazonses\\.com");

  /** What can become of a mail. The last four are no addresses of SES's own simulator. */
  enum Fate {
    SUCCESS("success", 1),
    BOUNCE("bounce", 1),
    SUPPRESSED("suppressionlist", 1),
    COMPLAINT("complaint", 2),
    /** Bounces, as of a full mailbox. */
    SOFT_BOUNCE("soft-bounce", 1),
    /** SES tells that it is still trying, and delivers after the same time again. */
    DELAYED("delayed", 3_600),
    /** SES accepts it, and then finds a virus. */
    REJECT("reject", 1),
    /** Delivered, but the event that tells of the send is lost. */
    LOST_SEND("lost-send", 1);

    private final String local;
    private final Duration usually;

    Fate(String local, int seconds) {
      this.local = local;
      this.usually = Duration.ofSeconds(seconds);
    }

    private static Fate of(String local) {
      return Arrays.stream(values())
          .filter(fate -> fate.local.equals(local))
          .findFirst()
          .orElse(SUCCESS);
    }
  }

  static Simulated of(String address) {
    var matcher = ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return new Simulated(address, Fate.SUCCESS, Fate.SUCCESS.usually);
    }
    var fate = Fate.of(matcher.group(1));
    var label = matcher.group(2);
    return new Simulated(address, fate, label == null ? fate.usually : duration(label, fate));
  }

  private static Duration duration(String label, Fate fate) {
    try {
      return Duration.parse(label);
    } catch (DateTimeParseException _) {
      return fate.usually;
    }
  }
}
