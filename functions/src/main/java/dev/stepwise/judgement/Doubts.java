package dev.stepwise.judgement;

import dev.stepwise.inbound.Part;
import dev.stepwise.judgement.Judgement.Unclear;
import java.util.Optional;

/**
 * What no rule knows and nobody can safely take for a person's answer: a person has to look, and
 * nothing is sent meanwhile.
 */
final class Doubts {
  private Doubts() {}

  static Optional<Judgement> find(Reading mail) {
    return AutoReplies.listMark(mail)
        .filter(_ -> !mail.isAnswer() || AutoReplies.isSentByMachine(mail))
        .or(() -> machine(mail))
        .or(() -> nothing(mail))
        .map(Unclear::new);
  }

  /** The envelope or the sender's name says machine, but no word does. */
  private static Optional<String> machine(Reading mail) {
    return AutoReplies.isSentByMachine(mail) ? AutoReplies.hint(mail) : Optional.empty();
  }

  private static Optional<String> nothing(Reading mail) {
    boolean isEmpty =
        mail.subject().isEmpty() && mail.mail().parts().stream().allMatch(Doubts::isBlank);
    return isEmpty && !mail.isAnswer() ? Optional.of("nothing in it") : Optional.empty();
  }

  private static boolean isBlank(Part part) {
    return part instanceof Part.Text text && text.text().isBlank();
  }
}
