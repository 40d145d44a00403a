package dev.stepwise.lambda.api;

import java.nio.charset.StandardCharsets;

/** What text weighs where it is stored, as JSON: an item of the table has 400 KB at most. */
final class Stored {
  private Stored() {}

  /** Bytes in UTF-8, with the escapes that JSON needs. */
  static int bytes(String text) {
    int escapes = (int) text.chars().filter(c -> c < ' ' || c == '"' || c == '\\').count();
    return text.getBytes(StandardCharsets.UTF_8).length + escapes;
  }
}
