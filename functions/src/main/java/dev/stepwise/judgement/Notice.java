package dev.stepwise.judgement;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail read as what a mail system tells its user: who sends, what the subject says, and the text
 * up to the copy of the mail that it is about.
 */
record Notice(Mail mail, String subject, String text, String plain) {
  private static final PhraseFile NOTICES = PhraseFile.load("bounce-notices.txt");

  /** Characters in which a mail system has said what it is about. */
  private static final int OPENING = 400;

  /** Characters of the text that are read. */
  private static final int LENGTH = 200_000;

  private static final int LINES = 2_000;

  private static final Pattern NO_REPLY =
      Pattern.compile("(?i)\\b(?:no|do-?not)[-_.]?reply[\\w.+-]{0,60}@");

  private static final Set<String> BULK = Set.of("bulk", "junk", "list");

  static Notice of(Mail mail) {
    String text = mail.texts("text/plain").map(Part.Text::text).collect(Collectors.joining("\n"));
    if (text.isBlank()) {
      text =
          mail.texts("text/html")
              .map(Part.Text::text)
              .map(Notice::withoutTags)
              .collect(Collectors.joining("\n"));
    }
    String own = beforeCopy(text.substring(0, Math.min(LENGTH, text.length())));
    return new Notice(mail, PhraseFile.plain(mail.subject()), own, PhraseFile.plain(own));
  }

  boolean says(String section) {
    return NOTICES.has(plain, section);
  }

  boolean subjectSays(String section) {
    return NOTICES.has(subject, section);
  }

  /** True when it says that the mail system goes on trying. */
  boolean isDelay() {
    return says("delay") || subjectSays("delay");
  }

  /** True when its first words are those of a bounce. */
  boolean opensAsBounce() {
    return NOTICES.has(plain.substring(0, Math.min(OPENING, plain.length())), "opening");
  }

  /** True when the sender's name or address is a mail system's. */
  boolean isFromMailSystem() {
    String from = mail.headers().first("From").orElse("");
    return NOTICES.has(PhraseFile.plain(from.replace('<', ' ').replace('@', ' ')), "sender")
        || from.isBlank()
        || from.strip().equals("<>")
        || returnPath().contains("mailer-daemon");
  }

  /** True when it came from nobody (RFC 5321, 4.5.5) or says that a machine wrote it (RFC 3834). */
  boolean isFromMachine() {
    String auto = mail.headers().first("Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT);
    String path = mail.headers().first("Return-Path").orElse("?").strip();
    return isFromMailSystem()
        || NO_REPLY.matcher(mail.headers().first("From").orElse("")).find()
        || mail.headers().has("X-MLServer")
        || path.isEmpty()
        || path.equals("<>")
        || !auto.startsWith("no")
        || BULK.contains(
            mail.headers().first("Precedence").orElse("").toLowerCase(Locale.ROOT).strip());
  }

  private String returnPath() {
    return mail.headers().first("Return-Path").orElse("").toLowerCase(Locale.ROOT);
  }

  /** The text before the first line that announces, or begins, a copy of the original. */
  private static String beforeCopy(String text) {
    StringBuilder own = new StringBuilder();
    boolean isBlank = true;
    for (String line : text.lines().limit(LINES).toList()) {
      if (!isBlank && line.length() < 120 && NOTICES.has(PhraseFile.plain(line), "copy")) {
        return own.toString();
      }
      isBlank = isBlank && line.isBlank();
      own.append(line).append('\n');
    }
    return own.toString();
  }

  /** HTML without its tags and style sheets: enough to look for phrases in. */
  private static String withoutTags(String html) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', at)) {
      text.append(html, at, tag).append(' ');
      String hidden = html.regionMatches(true, tag, "<style", 0, 6) ? "</style" : "<";
      int end = html.indexOf('>', Math.max(tag, html.indexOf(hidden, tag)));
      if (end < 0) {
        return text.toString();
      }
      at = end + 1;
    }
    return text.append(html, at, html.length()).toString();
  }
}
