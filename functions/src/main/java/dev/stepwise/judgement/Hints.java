package dev.stepwise.judgement;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Marks of machines that people's mail may bear too. They count together with words alone: one word
 * where the envelope or the sender's name says machine, and clearer ones elsewhere.
 */
final class Hints {
  private static final Lexicon WORDS = Lexicon.of("auto-replies.txt");
  private static final Pattern HEADERS = WORDS.verbatim("hints");
  private static final Pattern LISTS = WORDS.verbatim("lists");
  private static final Pattern MACHINES = WORDS.verbatim("machine-senders");
  private static final Pattern SUBJECTS = WORDS.phrases("subject-hints");
  private static final Pattern TEMPLATES = WORDS.phrases("templates");

  private Hints() {}

  /** A hint and the words that go with it. */
  static Optional<String> withWords(Reading mail) {
    Optional<String> machine = machine(mail);
    if (machine.isPresent()) {
      Optional<String> words = words(mail).or(() -> Reading.find(TEMPLATES, mail.words()));
      return machine.flatMap(hint -> words.map(said -> together(hint, said)));
    }
    boolean isPersons = list(mail).isPresent() || speaksToUs(mail);
    return isPersons
        ? Optional.empty()
        : mail.field(HEADERS).flatMap(hint -> clearWords(mail).map(said -> together(hint, said)));
  }

  /** The same, but in a mail that a person may have written. */
  static Optional<String> withPersonsWords(Reading mail) {
    return mail.field(HEADERS)
        .filter(_ -> list(mail).isEmpty())
        .flatMap(hint -> words(mail).map(said -> together(hint, said)));
  }

  /** The null sender of RFC 3834, or an address that nobody reads. */
  static Optional<String> machine(Reading mail) {
    return mail.situation().envelopeSender().isEmpty()
        ? Optional.of("null sender")
        : mail.from().stream()
            .map(from -> from.value())
            .filter(from -> MACHINES.matcher(from.substring(0, from.indexOf('@'))).matches())
            .map("from "::concat)
            .findFirst();
  }

  /** What goes to many, such as a newsletter or a mailing list. */
  static Optional<String> list(Reading mail) {
    return mail.field(LISTS);
  }

  /** No machine asks us something, and none asks not to be written to. */
  private static boolean speaksToUs(Reading mail) {
    return mail.text().contains("?") || OptOuts.request(mail.text()).isPresent();
  }

  private static Optional<String> words(Reading mail) {
    return Reading.find(SUBJECTS, mail.subject()).or(() -> Absences.sign(mail.words()));
  }

  /** One canned sentence is a person's politeness, two are a canned answer. */
  private static Optional<String> clearWords(Reading mail) {
    return words(mail)
        .or(() ->
            TEMPLATES
                .matcher(mail.words())
                .results()
                .map(MatchResult::group)
                .distinct()
                .skip(1)
                .findFirst());
  }

  private static String together(String hint, String words) {
    return hint + ", \"" + words + "\"";
  }
}
