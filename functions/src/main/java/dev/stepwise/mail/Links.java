package dev.stepwise.mail;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.mail.Token.Purpose;
import java.time.Instant;
import java.util.Optional;

/** Links and addresses that lead back to one enrollment and that nobody can guess. */
public record Links(SigningKeys keys, String publicUrl, Domain inboundDomain) {

  /** The address that a reply to this enrollment's mail goes to. */
  public EmailAddress replyTo(EnrollmentId enrollment, Instant now) {
    return new EmailAddress(token(Purpose.REPLY, enrollment, now) + "@" + inboundDomain);
  }

  /** The link that opts this enrollment's contact out. */
  public String unsubscribe(EnrollmentId enrollment, Instant now) {
    return publicUrl + "/u/" + token(Purpose.UNSUBSCRIBE, enrollment, now);
  }

  /** The link to an attachment that was too large to forward; good for that one only. */
  public String attachment(EnrollmentId enrollment, AttachmentName name, Instant now) {
    Token token = Token.of(Purpose.ATTACHMENT, enrollment, name, keys.current(now));
    return publicUrl + "/attachments/" + token + "/" + name;
  }

  /** True when one of our keys signed the token of a link for that very attachment. */
  public boolean allows(String token, AttachmentName name) {
    return Token.parse(Purpose.ATTACHMENT, token)
        .filter(read -> keys.find(read.keyId()).filter(k -> read.isSignedBy(k, name)).isPresent())
        .isPresent();
  }

  /** The token of that purpose for this enrollment, signed by the key of the day. */
  public Token token(Purpose purpose, EnrollmentId enrollment, Instant now) {
    return Token.of(purpose, enrollment, keys.current(now));
  }

  /** The enrollment that a token names, if it is of that purpose and one of our keys signed it. */
  public Optional<EnrollmentId> read(Purpose purpose, String text) {
    return Token.parse(purpose, text)
        .filter(token -> keys.find(token.keyId()).filter(token::isSignedBy).isPresent())
        .map(Token::enrollment);
  }
}
