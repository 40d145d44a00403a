package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.judgement.Judgement.LeftCompany;
import dev.stepwise.judgement.Judgement.OutOfOffice;
import dev.stepwise.mime.Addresses;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What an automatic answer says of its owner: away for a while, or gone for good. */
final class Absences {
  private static final Lexicon WORDS = Lexicon.of("absences.txt");
  private static final Pattern AWAY = WORDS.phrases("away");
  private static final Pattern LEFT = WORDS.phrases("left");
  private static final Pattern CLOSED = WORDS.phrases("closed");
  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}.-]{1,190}\\p{Alpha}");

  private Absences() {}

  /** Out of office or left the company, if this automatic answer says so. */
  static Optional<Judgement> of(Reading mail, String evidence) {
    String words = mail.subject() + "\n" + mail.words();
    Optional<String> away = Reading.find(AWAY, words);
    Optional<String> gone =
        Reading.find(LEFT, words)
            .or(() -> away.isPresent() ? Optional.empty() : Reading.find(CLOSED, words));
    Optional<LocalDate> back = ReturnDates.find(words, mail);
    if (gone.isPresent() && back.isEmpty()) {
      return gone.map(says -> new LeftCompany(others(mail), evidence + ", \"" + says + "\""));
    }
    return away.or(() -> gone)
        .map(says -> new OutOfOffice(back.orElse(null), evidence + ", \"" + says + "\""));
  }

  /** Words that say that somebody is away or gone. */
  static Optional<String> sign(String text) {
    return Reading.find(AWAY, text)
        .or(() -> Reading.find(LEFT, text))
        .or(() -> Reading.find(CLOSED, text));
  }

  /** Whom the mail names beside its own sender and us. */
  private static List<EmailAddress> others(Reading mail) {
    Set<EmailAddress> own = mail.contact();
    return ADDRESS
        .matcher(mail.words())
        .results()
        .map(MatchResult::group)
        .flatMap(written -> Addresses.first(written).stream())
        .filter(address -> !own.contains(address))
        .filter(address -> !mail.situation().recipients().contains(address))
        .distinct()
        .limit(10)
        .toList();
  }
}
