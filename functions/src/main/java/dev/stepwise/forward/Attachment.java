package dev.stepwise.forward;

import dev.stepwise.Bytes;
import java.util.Set;

/**
 * A part of a mail that is too large to forward, decoded; {@code index} is its place among the
 * mail's leaves, and {@code fileName} is safe to show and to save under.
 */
public record Attachment(int index, String fileName, String type, Bytes content) {
  private static final String ANYTHING = "application/octet-stream";

  /** What no browser runs. */
  private static final Set<String> HARMLESS =
      Set.of("application/pdf", "application/zip", "image/gif", "image/jpeg", "image/png");

  public Attachment {
    type = HARMLESS.contains(type) ? type : ANYTHING;
  }
}
