package dev.stepwise.judgement;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An enhanced status code (RFC 3463), such as 5.1.1; see IANA's registry of them. */
record StatusCode(String value) {
  private static final Pattern SYNTAX =
      Pattern.compile("(?<![\\d.])[245]\\.[0-7]\\.\\d{1,3}(?![\\d.]*\\d)");
  private static final Pattern REPLY = Pattern.compile("(?<![\\d.:/\\[-])([245])[0-5]\\d(?=[ -])");

  /**
   * Mailbox, system or their syntax are wrong, the mailbox has moved, the domain takes no mail; no
   * host is found; Exchange Online finds no such domain.
   */
  private static final Set<String> HARD =
      Set.of(
          "5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.1.351", "5.4.4",
          "5.4.310", "5.3.2");

  /** The code among several texts that says most: x.0.0 only where there is no other. */
  static Optional<StatusCode> of(String... texts) {
    var codes =
        Stream.of(texts)
            .flatMap(text -> SYNTAX.matcher(text).results().limit(20))
            .map(found -> new StatusCode(found.group()))
            .toList();
    return codes.stream()
        .filter(code -> !code.isGeneral())
        .findFirst()
        .or(() -> codes.stream().findFirst());
  }

  /** True when a reply code (RFC 5321, 4.2) says that it is not for good. */
  static boolean isTransientReply(String text) {
    Matcher reply = REPLY.matcher(text);
    return reply.find() && reply.group(1).equals("4");
  }

  boolean isHard() {
    return HARD.contains(value);
  }

  boolean isTransient() {
    return value.startsWith("4");
  }

  boolean isSuccess() {
    return value.startsWith("2");
  }

  /** True for codes that only say whether it is for good. */
  boolean isGeneral() {
    return value.endsWith(".0.0");
  }
}
