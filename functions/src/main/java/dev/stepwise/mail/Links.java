package dev.stepwise.mail;

import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.mail.Token.Purpose;
import java.time.Instant;

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

  /** The address that opts this enrollment's contact out, whatever a mail to it says. */
  public EmailAddress optOut(EnrollmentId enrollment, Instant now) {
    return new EmailAddress(token(Purpose.OPT_OUT, enrollment, now) + "@" + inboundDomain);
  }

  /** The token of that purpose for this enrollment, signed by the key of the day. */
  public Token token(Purpose purpose, EnrollmentId enrollment, Instant now) {
    return new Tokens(keys).of(purpose, enrollment, now);
  }
}
