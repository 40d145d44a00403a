package dev.stepwise.judgement;

import dev.stepwise.judgement.Judgement.Bounce.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an address that bounced is wrong for good. What the mail system wrote decides before its
 * status code does, for many write 5.1.1 or 5.7.1 whatever the reason; without a clear word either
 * way the bounce is soft.
 */
record Diagnosis(Kind kind, Optional<StatusCode> code, String reason) {
  private static final PhraseFile REASONS = PhraseFile.load("bounce-reasons.txt");
  private static final Set<String> CLEAR = Set.of("soft", "hard");
  private static final Set<String> PERHAPS = Set.of("perhaps");

  /**
   * Decides by the diagnostic of the host that refused, then by the status, then by what the mail
   * system explains to the human.
   */
  static Diagnosis of(String status, String diagnostic, String explanation) {
    String said = PhraseFile.plain(diagnostic);
    Optional<StatusCode> code = StatusCode.of(status, diagnostic);
    return REASONS
        .first(said, CLEAR)
        .map(hit -> by(hit, code))
        .or(() -> code.filter(StatusCode::isHard).map(hard -> byCode(hard, said)))
        .or(() -> byWeakWords(said, code))
        .or(() -> code.filter(c -> !c.isGeneral()).map(soft -> byCode(soft, said)))
        .or(() -> byExplanation(explanation, code))
        .orElseGet(() -> new Diagnosis(Kind.SOFT, code, excerpt(said)));
  }

  private static Diagnosis by(PhraseFile.Hit hit, Optional<StatusCode> code) {
    Kind kind = hit.section().equals("soft") ? Kind.SOFT : Kind.HARD;
    return new Diagnosis(kind, code, hit.phrase());
  }

  private static Diagnosis byCode(StatusCode code, String said) {
    return new Diagnosis(code.isHard() ? Kind.HARD : Kind.SOFT, Optional.of(code), excerpt(said));
  }

  private static Optional<Diagnosis> byWeakWords(String said, Optional<StatusCode> code) {
    boolean isTransient =
        code.map(StatusCode::isTransient).orElseGet(() -> StatusCode.isTransientReply(said));
    return isTransient ? Optional.empty() : REASONS.first(said, PERHAPS).map(hit -> by(hit, code));
  }

  private static Optional<Diagnosis> byExplanation(String explanation, Optional<StatusCode> code) {
    String said = PhraseFile.plain(explanation);
    Optional<StatusCode> explained = StatusCode.of(explanation).or(() -> code);
    return REASONS
        .first(said, CLEAR)
        .map(hit -> by(hit, explained))
        .or(() -> explained.filter(StatusCode::isHard).map(hard -> byCode(hard, said)))
        .or(() -> byWeakWords(said, explained));
  }

  private static String excerpt(String said) {
    return said.substring(0, Math.min(120, said.length()));
  }
}
