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
    return massMail(mail)
        .or(() -> Hints.machine(mail))
        .or(() -> Hints.withPersonsWords(mail))
        .or(() -> nothing(mail))
        .map(Unclear::new);
  }

  /** A person's answer through a list names the mail that it answers. */
  private static Optional<String> massMail(Reading mail) {
    return Hints.list(mail).filter(_ -> !mail.isAnswer() || Hints.machine(mail).isPresent());
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
