package dev.stepwise.booking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secrets that booking tools sign with; they are never logged and never answered. */
public interface Secrets {
  /** The keys of a tool, as they were some minutes ago at most; none where it is not set up. */
  List<SecretKey> of(Tool tool, Instant now);

  /** Keys as a person writes them down: one a line, so that a new one can stand beside the old. */
  static List<SecretKey> keys(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .<SecretKey>map(
            line -> new SecretKeySpec(line.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
        .toList();
  }
}
