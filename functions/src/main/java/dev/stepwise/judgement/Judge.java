package dev.stepwise.judgement;

import dev.stepwise.inbound.Mail;
import dev.stepwise.judgement.Judgement.Human;
import java.util.List;
import java.util.Optional;

/** Judges a mail by rules in an order: the first that knows the mail decides. */
public final class Judge {
  private static final List<Rule> RULES =
      List.of(
          OptOuts::byButton,
          Calendars::find,
          Challenges::find,
          AutoReplies::find,
          OptOuts::inWords,
          Doubts::find);

  private Judge() {}

  /** One rule: what the mail is, or nothing when the rule does not know. */
  private interface Rule {
    Optional<Judgement> find(Reading mail);
  }

  /** What the mail is; a human's answer when nothing speaks against it. */
  public static Judgement judge(Mail mail, Situation situation) {
    Reading reading = Reading.of(mail, situation);
    return RULES.stream()
        .flatMap(rule -> rule.find(reading).stream())
        .findFirst()
        .orElseGet(() -> new Human("no sign of a machine"));
  }
}
