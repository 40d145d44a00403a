package dev.stepwise.local.demo;

import dev.stepwise.local.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A contact as the demonstration's lines name it, and the zone that its times are in. */
record Person(String name, String zone) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH);

  /** Who has no first name is called by what stands before the @. */
  static Person of(JsonObject enrollment) {
    var contact = enrollment.object("contact");
    var email = contact.text("email");
    var first = contact.text("firstName");
    var zone = contact.text("timeZone");
    return new Person(
        first.isEmpty() ? email.substring(0, email.indexOf('@')) : first,
        zone.isEmpty() ? "UTC" : zone);
  }

  /** A time as the person's own clock shows it. */
  String clock(Instant at) {
    return LOCAL.format(at.atZone(ZoneId.of(zone)));
  }

  /** The same with the zone, in a column. */
  String local(Instant at) {
    return "%s %-17s".formatted(clock(at), zone);
  }

  /** The name, in a column. */
  String label() {
    return "%-6s".formatted(name);
  }
}
