package dev.stepwise.judgement;

import dev.stepwise.judgement.Judgement.AutoReply;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers of machines (RFC 3834, and what vendors do instead). One mark that only machines set is
 * enough: a header field, the beginning of a subject, or a sentence that says so.
 */
final class AutoReplies {
  private static final Lexicon WORDS = Lexicon.of("auto-replies.txt");
  private static final Pattern HEADERS = WORDS.verbatim("headers");
  private static final Pattern AUTOMATIC = WORDS.phrases("automatic");
  private static final Pattern SUBJECT_ANYWHERE = WORDS.phrases("subjects-anywhere");
  private static final Pattern SUBJECT_TAGS = WORDS.phrases("subject-tags");

  /**
   * Only such signs may follow: "Out of office: …" is a machine's, "Out of office hours?" is not.
   */
  private static final String END =
      "[ 。]*(?:$|[:;!.,(\\[/|-]|\\b(?:re|aw|sv|wg|fw|fwd|was|until|till|til|bis|from|vom|jusqu|hasta"
          + "|fino|tot|do|ate|dal|del|du) ?\\b)";

  private static final Pattern SUBJECT =
      Pattern.compile("^\\W{0,4}" + WORDS.expression("subjects") + END);

  /** Outlook writes the mailbox whose rule acted; a rule that passes mail on names its own. */
  private static final String RULE = "X-MS-Exchange-Inbox-Rules-Loop";

  private static final Pattern RULES_AGENT =
      Pattern.compile("x-ms-exchange-generated-message-source: mailbox rules agent.*");

  /** A machine says at once what it is; below that, it may be what a person passes on. */
  private static final int AT_ONCE = 400;

  private static final Pattern PASSED_ON =
      Pattern.compile("^(?:fwd?|wg|tr|rv|enc|i|doorst|vb|vl|pd|fs|转发|轉寄)\\s*:");

  private AutoReplies() {}

  static Optional<Judgement> find(Reading mail) {
    return strongHeader(mail)
        .or(() -> subject(mail))
        .or(() -> sentence(mail))
        .or(() -> Hints.withWords(mail))
        .map(evidence -> judged(mail, evidence));
  }

  /** True when the mail says that nobody typed it, or its envelope does. */
  static boolean isSentByMachine(Reading mail) {
    return strongHeader(mail).isPresent() || Hints.machine(mail).isPresent();
  }

  private static Judgement judged(Reading mail, String evidence) {
    return Absences.of(mail, evidence).orElseGet(() -> new AutoReply(evidence));
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
        : Optional.empty();
  }

  private static Optional<String> subject(Reading mail) {
    Optional<String> tag = Reading.find(SUBJECT_TAGS, mail.subject());
    return tag.or(() -> mail.hasAnswersSubject() ? Optional.empty() : ownSubject(mail.subject()))
        .map("subject: "::concat);
  }

  private static Optional<String> ownSubject(String subject) {
    return Reading.find(SUBJECT, subject).or(() -> Reading.find(SUBJECT_ANYWHERE, subject));
  }

  private static Optional<String> sentence(Reading mail) {
    Matcher says = AUTOMATIC.matcher(mail.words());
    return says.find() && says.start() < AT_ONCE && !PASSED_ON.matcher(mail.subject()).find()
        ? Optional.of("\"" + says.group() + "\"")
        : Optional.empty();
  }
}
