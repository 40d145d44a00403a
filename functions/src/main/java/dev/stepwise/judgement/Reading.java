package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Headers.Field;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.mime.Addresses;
import dev.stepwise.visible.VisibleText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail as the rules look at it: its subject and what its author typed, both as {@link Plain} text
 * and bounded, and {@code typed} with its lines as they were.
 */
record Reading(Mail mail, Situation situation, String subject, String text, String typed) {
  /** What matters stands at the beginning. */
  private static final int LONGEST_TEXT = 8_000;

  private static final int LONGEST_FIELD = 1_000;

  /** RFC 3834, 5: comments, and parameters behind a semicolon. */
  private static final Pattern DECORATION = Pattern.compile("\\([^()]*\\)|;.*", Pattern.DOTALL);

  private static final Pattern TAGS =
      Pattern.compile("^(?:\\s*(?:\\[(?:ext|external|spam|extern|caution)]|\\*{2,}[^*]+\\*{2,}))+");

  private static final Pattern ANSWERS =
      Pattern.compile(
          "^(?:re|aw|sv|vs|antw|odp|rif|ynt|r|res|atb|ref|απ|на|отв|ha|回复|答复|回覆|返信)"
              + "(?:\\[\\d+])?\\s*:.*",
          Pattern.DOTALL);

  static Reading of(Mail mail, Situation situation) {
    String typed = bounded(VisibleText.of(mail), LONGEST_TEXT);
    String subject = Plain.of(bounded(mail.subject(), LONGEST_FIELD));
    return new Reading(
        mail, situation, TAGS.matcher(subject).replaceFirst("").strip(), Plain.of(typed), typed);
  }

  /** What there is to read: what was typed, or everything where all of it looks like a quote. */
  String words() {
    return text.isEmpty() ? Plain.of(bounded(everything(), LONGEST_TEXT)) : text;
  }

  /** The first header field that matches, as "name: value". */
  Optional<String> field(Pattern line) {
    return mail.headers().fields().stream()
        .map(Reading::line)
        .filter(field -> line.matcher(field).matches())
        .findFirst();
  }

  /** The addresses in From. */
  Set<EmailAddress> from() {
    return Set.copyOf(Addresses.of(mail.headers().all("From")));
  }

  /** The contact's addresses, and those in From, which a matched mail has from the contact. */
  Set<EmailAddress> contact() {
    return Stream.concat(situation.contact().stream(), from().stream()).collect(Collectors.toSet());
  }

  /** True when the mail says which mail it answers. */
  boolean isAnswer() {
    return mail.headers().has("In-Reply-To")
        || mail.headers().has("References")
        || hasAnswersSubject();
  }

  /** True when the subject begins with "Re:", or what other languages have for it. */
  boolean hasAnswersSubject() {
    return ANSWERS.matcher(subject).matches();
  }

  /** The first words that the pattern finds. */
  static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private String everything() {
    return Stream.of("text/plain", "text/html")
        .flatMap(mail::texts)
        .map(Part.Text::text)
        .findFirst()
        .orElse("");
  }

  private static String line(Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    String value = bounded(field.value(), LONGEST_FIELD).toLowerCase(Locale.ROOT);
    boolean isStructured = name.endsWith("auto-submitted");
    return name + ": " + (isStructured ? DECORATION.matcher(value).replaceAll("") : value).strip();
  }

  private static String bounded(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }
}
