package dev.stepwise.judgement;

import dev.stepwise.judgement.Judgement.AutoReply;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers of machines (RFC 3834, and what vendors do instead). One mark that only machines set is
 * enough; a mark that other mail bears too counts together with words alone.
 */
final class AutoReplies {
  private static final Lexicon WORDS = Lexicon.of("auto-replies.txt");
  private static final Pattern HEADERS = WORDS.verbatim("headers");
  private static final Pattern HINTS = WORDS.verbatim("hints");
  private static final Pattern LISTS = WORDS.verbatim("lists");
  private static final Pattern MACHINES = WORDS.verbatim("machine-senders");
  private static final Pattern AUTOMATIC = WORDS.phrases("automatic");
  private static final Pattern TEMPLATES = WORDS.phrases("templates");
  private static final Pattern SUBJECT_ANYWHERE = WORDS.phrases("subjects-anywhere");
  private static final Pattern SUBJECT_HINTS = WORDS.phrases("subject-hints");

  /**
   * Only such signs may follow: "Out of office: …" is a machine's, "Out of office hours?" is not.
   */
  private static final String END =
      "[ 。]*(?:$|[:;!.,(\\[/|-]|\\b(?:re|aw|sv|wg|fw|fwd|was|until|till|til|bis|from|vom|from|jusqu|"
          + "hasta|fino|tot|do|ate|dal|del|du) ?\\b)";

  private static final Pattern SUBJECT =
      Pattern.compile("^\\W{0,4}" + WORDS.expression("subjects") + END);

  /** Outlook writes the mailbox whose rule acted; a rule that passes mail on names its own. */
  private static final String RULE = "X-MS-Exchange-Inbox-Rules-Loop";

  private static final Pattern RULES_AGENT =
      Pattern.compile("x-ms-exchange-generated-message-source: mailbox rules agent.*");

  private AutoReplies() {}

  static Optional<Judgement> find(Reading mail) {
    return sign(mail).map(evidence -> judged(mail, evidence));
  }

  /** True when the mail says that nobody typed it, or its envelope does. */
  static boolean isSentByMachine(Reading mail) {
    return hasNullSender(mail) || strongHeader(mail).isPresent() || fromMachine(mail).isPresent();
  }

  /** What goes to many, such as a newsletter or a mailing list. */
  static Optional<String> listMark(Reading mail) {
    return mail.field(LISTS);
  }

  /** A mark that is not enough alone. */
  static Optional<String> hint(Reading mail) {
    return nullSender(mail).or(() -> fromMachine(mail)).or(() -> mail.field(HINTS));
  }

  private static Judgement judged(Reading mail, String evidence) {
    return Absences.of(mail, evidence).orElseGet(() -> new AutoReply(evidence));
  }

  private static Optional<String> sign(Reading mail) {
    return strongHeader(mail)
        .or(() -> subject(mail))
        .or(() -> Reading.find(AUTOMATIC, mail.words()))
        .or(() -> weakSigns(mail));
  }

  private static Optional<String> strongHeader(Reading mail) {
    return mail.field(HEADERS).or(() -> ownRule(mail));
  }

  private static Optional<String> ownRule(Reading mail) {
    Optional<String> mailbox = mail.mail().headers().first(RULE);
    boolean isOwn =
        mailbox.isEmpty()
            || mail.from().stream().anyMatch(from -> mailbox.get().equalsIgnoreCase(from.value()));
    return isOwn
        ? mail.field(RULES_AGENT).or(() -> mailbox.map(RULE.concat(": ")::concat))
        : none();
  }

  private static Optional<String> subject(Reading mail) {
    return Stream.of(SUBJECT, SUBJECT_ANYWHERE)
        .flatMap(pattern -> Reading.find(pattern, mail.subject()).stream())
        .findFirst()
        .map("subject: "::concat);
  }

  /** A list's mail may well be a person's words about a holiday. */
  private static Optional<String> weakSigns(Reading mail) {
    if (listMark(mail).isPresent() && !hasNullSender(mail)) {
      return none();
    }
    return hint(mail).flatMap(hint -> words(mail).map(words -> hint + ", \"" + words + "\""));
  }

  private static Optional<String> words(Reading mail) {
    return Reading.find(SUBJECT_HINTS, mail.subject())
        .or(() -> Absences.sign(mail.words()))
        .or(() -> Reading.find(TEMPLATES, mail.words()));
  }

  private static Optional<String> nullSender(Reading mail) {
    return hasNullSender(mail) ? Optional.of("null sender") : none();
  }

  private static boolean hasNullSender(Reading mail) {
    return mail.situation().envelopeSender().isEmpty();
  }

  private static Optional<String> fromMachine(Reading mail) {
    return mail.from().stream()
        .map(from -> from.value())
        .filter(from -> MACHINES.matcher(from.substring(0, from.indexOf('@'))).matches())
        .map("from "::concat)
        .findFirst();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
