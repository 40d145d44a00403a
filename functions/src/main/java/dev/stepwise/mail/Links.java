package dev.stepwise.mail;

import dev.stepwise.StepwiseException;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Links and addresses that lead back to one enrollment and that nobody can guess. A token is its
 * purpose, its key's id, 96 bits of HMAC-SHA256 and the enrollment's id, all in [0-9a-z] so that it
 * survives mail systems that fold case; it names nobody.
 */
public record Links(SigningKeys keys, String publicUrl, Domain inboundDomain) {
  private static final int MAC_BYTES = 12;
  private static final int MAC_CHARS = 19;

  /** What a token is good for; one made for one purpose is nothing for another. */
  private enum Purpose {
    REPLY('r'),
    UNSUBSCRIBE('u');

    private final char letter;

    Purpose(char letter) {
      this.letter = letter;
    }
  }

  /** The address that a reply to this enrollment's mail goes to. */
  public EmailAddress replyTo(EnrollmentId enrollment, Instant now) {
    return new EmailAddress(token(Purpose.REPLY, enrollment, now) + "@" + inboundDomain);
  }

  /** The link that opts this enrollment's contact out. */
  public String unsubscribe(EnrollmentId enrollment, Instant now) {
    return publicUrl + "/u/" + token(Purpose.UNSUBSCRIBE, enrollment, now);
  }

  private String token(Purpose purpose, EnrollmentId enrollment, Instant now) {
    SigningKeys.Named key = keys.current(now);
    String signed = purpose.letter + key.id() + enrollment;
    return purpose.letter + key.id() + mac(key, signed) + enrollment;
  }

  private static String mac(SigningKeys.Named key, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.key());
      byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      String digits = new BigInteger(1, Arrays.copyOf(code, MAC_BYTES)).toString(36);
      return "0".repeat(MAC_CHARS - digits.length()) + digits;
    } catch (GeneralSecurityException e) {
      throw new StepwiseException("cannot sign with key " + key.id(), e);
    }
  }
}
