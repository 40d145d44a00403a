package dev.stepwise.mail;

import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.mail.Token.Purpose;
import java.time.Instant;

/** Tokens in links to attachments, each good for one attachment only. */
public record AttachmentTokens(SigningKeys keys) {

  /** The path of the link to that attachment, which came for that enrollment. */
  public String path(EnrollmentId enrollment, AttachmentName name, Instant now) {
    Token token = Token.of(Purpose.ATTACHMENT, enrollment, name, keys.current(now));
    return "/attachments/" + token + "/" + name;
  }

  /** True when a key that verifies now signed that token for that very attachment. */
  public boolean allow(String token, AttachmentName name, Instant now) {
    return Token.parse(Purpose.ATTACHMENT, token)
        .filter(
            read -> keys.find(read.keyId(), now).filter(k -> read.isSignedBy(k, name)).isPresent())
        .isPresent();
  }
}
