package dev.stepwise.visible;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.provider.Arguments;

/** Replies written for these tests: "%% name", the mail, "%% =", what is visible of it. */
final class Replies {
  private Replies() {}

  /** Name, mail and what is expected, of each reply in a file beside this class. */
  static List<Arguments> in(String file) {
    List<Arguments> replies = new ArrayList<>();
    for (String reply : text(file).split("(?m)^%% (?!=)")) {
      if (!reply.isBlank()) {
        String[] parts = reply.split("(?m)^%% =$", -1);
        String[] mail = parts[0].split("\n", 2);
        replies.add(Arguments.of(mail[0], mail[1], parts[1]));
      }
    }
    return replies;
  }

  /** The text with one space for each run of white space. */
  static String spaced(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String text(String file) {
    try (InputStream bytes = Replies.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(bytes, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
