package dev.stepwise.judgement;

import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A mail read as what a mail system tells its user: who sends, what the subject says, and the text
 * up to the copy of the mail that it is about.
 */
record Notice(Mail mail, String subject, String text, String plain) {
  private static final PhraseFile NOTICES = PhraseFile.load("bounce-notices.txt");

  static Notice of(Mail mail) {
    String text = mail.texts("text/plain").map(Part.Text::text).collect(Collectors.joining("\n"));
    if (text.isBlank()) {
      text =
          mail.texts("text/html")
              .map(Part.Text::text)
              .map(Notice::withoutTags)
              .collect(Collectors.joining("\n"));
    }
    String own = beforeCopy(text);
    return new Notice(mail, PhraseFile.plain(mail.subject()), own, PhraseFile.plain(own));
  }

  boolean says(String section) {
    return NOTICES.has(plain, section);
  }

  boolean subjectSays(String section) {
    return NOTICES.has(subject, section);
  }

  /** True when the sender's name or address is a mail system's. */
  boolean isFromMailSystem() {
    String from = mail.headers().first("From").orElse("");
    return NOTICES.has(PhraseFile.plain(from.replace('<', ' ').replace('@', ' ')), "sender")
        || returnPath().contains("mailer-daemon");
  }

  /** True when it came from nobody (RFC 5321, 4.5.5) or says that a machine wrote it (RFC 3834). */
  boolean isFromMachine() {
    String auto = mail.headers().first("Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT);
    return isFromMailSystem() || returnPath().equals("<>") || !auto.startsWith("no");
  }

  private String returnPath() {
    return mail.headers().first("Return-Path").orElse("").toLowerCase(Locale.ROOT);
  }

  /** The text before the first line that announces, or begins, a copy of the original. */
  private static String beforeCopy(String text) {
    StringBuilder own = new StringBuilder();
    for (String line : text.lines().limit(2_000).toList()) {
      String words = PhraseFile.plain(line);
      if (NOTICES.has(words, "copy") && words.length() < 120 && own.toString().isBlank() == false) {
        return own.toString();
      }
      own.append(line).append('\n');
    }
    return own.toString();
  }

  /** HTML without its tags: enough to look for phrases in. */
  private static String withoutTags(String html) {
    StringBuilder text = new StringBuilder();
    boolean inTag = false;
    for (char c : html.toCharArray()) {
      inTag = c == '<' || inTag && c != '>';
      if (c == '<') {
        text.append(' ');
      } else if (!inTag && c != '>') {
        text.append(c);
      }
    }
    return text.toString();
  }
}
