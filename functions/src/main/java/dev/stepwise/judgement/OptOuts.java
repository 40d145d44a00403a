package dev.stepwise.judgement;

import dev.stepwise.judgement.Judgement.OptOut;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests not to be written to any more: by a mail client's button, which sends a mail to our
 * address for it, or in words. Quoted mail does not count, for our own names a way to opt out.
 */
final class OptOuts {
  private static final Lexicon WORDS = Lexicon.of("opt-outs.txt");
  private static final Pattern COMMAND = command("");
  private static final Pattern COMMAND_THEN_NAME = command("(?:\\n.{0,60}){0,2}");
  private static final Pattern REQUEST = WORDS.phrases("requests");
  private static final Pattern CLIENT = WORDS.phrases("clients");
  private static final Pattern DETAIL =
      Pattern.compile("^[ ,]{0,2}" + WORDS.expression("conditions"));

  /** One more word, but none that begins the request or ends a refusal. */
  private static final String WORD = "(?!" + WORDS.expression("beginnings") + ")[\\p{L}']{1,12}";

  /** Something that turns the request round may stand right before it. */
  private static final Pattern NEGATED =
      Pattern.compile(WORDS.expression("negations") + "(?: " + WORD + ")?[ -]?$");

  private static final int LOOK_BACK = 60;

  private OptOuts() {}

  /** A request that needs no reading: Apple's mark, our own address, or an unsubscribe button. */
  static Optional<Judgement> byButton(Reading mail) {
    if (mail.situation().toOptOutAddress()) {
      return found("sent to our address for opting out");
    }
    if (mail.mail().headers().has("X-Apple-Unsubscribe")) {
      return found("X-Apple-Unsubscribe");
    }
    boolean isButton =
        mail.text().isEmpty() || mail.text().length() < 300 && matchesClient(mail.text());
    boolean isCommand = COMMAND.matcher(mail.subject()).matches();
    return isCommand && isButton ? found("subject: " + mail.subject()) : Optional.empty();
  }

  /** A request in the words that the author typed. */
  static Optional<Judgement> inWords(Reading mail) {
    if (COMMAND_THEN_NAME.matcher(Plain.of(firstLineApart(mail.typed()))).matches()) {
      return found(quoted(mail.text()));
    }
    if (COMMAND.matcher(mail.subject()).matches() && !mail.isAnswer()) {
      return found("subject: " + mail.subject());
    }
    return request(mail.text());
  }

  /** The first request in the text that nothing turns round. */
  static Optional<Judgement> request(String text) {
    Matcher request = REQUEST.matcher(text);
    while (request.find()) {
      if (isMeant(text, request)) {
        return found(quoted(request.group()));
      }
    }
    return Optional.empty();
  }

  private static boolean isMeant(String text, Matcher request) {
    String before = sentenceBefore(text, request.start());
    return !NEGATED.matcher(before).find() && !DETAIL.matcher(text.substring(request.end())).find();
  }

  private static String sentenceBefore(String text, int end) {
    String before = text.substring(Math.max(0, end - LOOK_BACK), end);
    int start = 0;
    for (int i = 0; i < before.length(); i++) {
      start = ".!?\n:;,。".indexOf(before.charAt(i)) >= 0 ? i + 1 : start;
    }
    return before.substring(start);
  }

  private static boolean matchesClient(String text) {
    return CLIENT.matcher(text).find() || COMMAND.matcher(text).matches();
  }

  /** "Unsubscribe" in a line of its own and a name below it is a command. */
  private static String firstLineApart(String typed) {
    return typed.strip().replaceFirst("\\R", "\n\n");
  }

  private static Pattern command(String rest) {
    return Pattern.compile("(?:" + WORDS.expression("commands") + ")[ .!。]*" + rest);
  }

  private static String quoted(String words) {
    return "\"" + (words.length() > 100 ? words.substring(0, 100) + "…" : words) + "\"";
  }

  private static Optional<Judgement> found(String evidence) {
    return Optional.of(new OptOut(evidence));
  }
}
