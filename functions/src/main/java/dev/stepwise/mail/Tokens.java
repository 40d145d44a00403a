package dev.stepwise.mail;

import dev.stepwise.enrollment.EnrollmentId;
import java.time.Instant;
import java.util.Optional;

/** Makes tokens and proves them, by the keys of the day and of days gone by. */
public record Tokens(SigningKeys keys) {

  /** The token of that purpose for this enrollment, signed by the key of the day. */
  public Token of(Token.Purpose purpose, EnrollmentId enrollment, Instant now) {
    return Token.of(purpose, enrollment, keys.current(now));
  }

  /**
   * The enrollment that a token names, if it is of that purpose and a key that verifies now signed
   * it.
   */
  public Optional<EnrollmentId> read(Token.Purpose purpose, String text, Instant now) {
    return Token.parse(purpose, text).filter(token -> isSigned(token, now)).map(Token::enrollment);
  }

  /** True when a key that verifies now signed it. */
  public boolean isSigned(Token token, Instant now) {
    return keys.find(token.keyId(), now).filter(token::isSignedBy).isPresent();
  }
}
