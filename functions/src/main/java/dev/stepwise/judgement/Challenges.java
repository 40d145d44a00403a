package dev.stepwise.judgement;

import dev.stepwise.judgement.Judgement.Challenge;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Machines that hold our mail back until somebody proves to be human, such as TMDA, Boxbe and
 * Mailinblack. Nobody has read anything, and we answer none of them.
 */
final class Challenges {
  private static final Lexicon WORDS = Lexicon.of("challenges.txt");
  private static final Pattern HEADERS = WORDS.verbatim("headers");
  private static final Pattern SENDERS = WORDS.verbatim("senders");
  private static final Pattern SUBJECTS =
      Pattern.compile("^(?:re: )?" + WORDS.expression("subjects"));
  private static final Pattern TEXTS = WORDS.phrases("texts");

  private Challenges() {}

  static Optional<Judgement> find(Reading mail) {
    Optional<String> header = mail.field(HEADERS);
    if (header.isPresent()) {
      return header.map(Challenge::new);
    }
    Optional<String> text = Reading.find(TEXTS, mail.words());
    boolean isLikely =
        isFromService(mail)
            || SUBJECTS.matcher(mail.subject()).find()
            || AutoReplies.isSentByMachine(mail);
    return text.filter(_ -> isLikely).map(Challenge::new);
  }

  private static boolean isFromService(Reading mail) {
    return mail.from().stream().anyMatch(from -> SENDERS.matcher(from.value()).matches());
  }
}
