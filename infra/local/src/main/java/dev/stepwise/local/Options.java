package dev.stepwise.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the local system starts.
 *
 * @param port of the API; 0 is any free one
 * @param smtpPort of the door for mail; 0 is any free one
 * @param speed seconds of virtual time a second
 * @param start the first virtual instant
 * @param data where everything is kept; null keeps it in memory
 */
public record Options(
    int port, int smtpPort, double speed, Instant start, @Nullable Path data, Path template) {
  private static final int MOST_PORT = 65_535;

  /** In memory, on free ports: what a test starts. */
  public static Options inMemory(Path template, Instant start) {
    return new Options(0, 0, 1, start, null, template);
  }

  /** Reads -Dport, -DsmtpPort, -Dspeed, -Dstart and -Ddata; a blank one counts as absent. */
  static Options fromSystemProperties() {
    var data = property("data", "");
    return new Options(
        port("port", "8080"),
        port("smtpPort", "2525"),
        speed(property("speed", "1")),
        instant(property("start", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())),
        data.isEmpty() ? null : Path.of(data).toAbsolutePath(),
        nearestTemplate());
  }

  static String property(String name, String otherwise) {
    var value = System.getProperty(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private static int port(String name, String otherwise) {
    var text = property(name, otherwise);
    try {
      var port = Integer.parseInt(text);
      if (port >= 0 && port <= MOST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new CannotStart("-D%s=%s should be a port, 0 to %d.".formatted(name, text, MOST_PORT));
  }

  private static double speed(String text) {
    try {
      var speed = Double.parseDouble(text);
      if (speed > 0 && !Double.isInfinite(speed)) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new CannotStart("-Dspeed=" + text + " should be a number above 0, such as 60.");
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new CannotStart("-Dstart=" + text + " should be like 2026-11-23T09:00:00Z.", e);
    }
  }

  /** Here or above: Maven starts us in the project's root, an IDE may start us in a module. */
  static Path nearestTemplate() {
    for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      var template = here.resolve("template.yaml");
      if (Files.exists(template)) {
        return template;
      }
    }
    throw new CannotStart("There is no template.yaml here or above; start in the project's root.");
  }
}
