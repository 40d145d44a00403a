package dev.stepwise.mail;

import dev.stepwise.InvalidValueException;
import dev.stepwise.StepwiseException;
import dev.stepwise.enrollment.EnrollmentId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * What leads back to one enrollment and cannot be guessed: its purpose, its key's id, 96 bits of
 * HMAC-SHA256 and the enrollment's id, all in [0-9a-z] so that it survives mail systems that fold
 * case; it names nobody. One made for one purpose is nothing for another.
 */
public record Token(Purpose purpose, String keyId, String mac, EnrollmentId enrollment) {
  private static final int MAC_BYTES = 12;
  private static final int MAC_CHARS = 19;
  private static final int KEY_CHARS = 3;
  private static final int HEAD = 1 + KEY_CHARS + MAC_CHARS;

  /** A run of letters and digits that stands alone, as in SRS0=…=r0…=user@forwarder.example. */
  private static final Pattern RUN = Pattern.compile("[0-9a-z]{" + (HEAD + 1) + ",64}");

  /** What a token is good for. */
  public enum Purpose {
    /** The address that replies go to. */
    REPLY('r'),
    /** The link that opts out. */
    UNSUBSCRIBE('u'),
    /** The address that opts out. */
    OPT_OUT('o'),
    /** The link that books a meeting. */
    BOOKING('b'),
    /** The link to an attachment that was too large to forward. */
    ATTACHMENT('a');

    private final char letter;

    Purpose(char letter) {
      this.letter = letter;
    }
  }

  static Token of(Purpose purpose, EnrollmentId enrollment, SigningKeys.Named key) {
    return new Token(purpose, key.id(), mac(purpose, enrollment, "", key), enrollment);
  }

  /** One that is good for one thing of the enrollment only, which is named beside it. */
  static Token of(
      Purpose purpose, EnrollmentId enrollment, AttachmentName name, SigningKeys.Named key) {
    return new Token(purpose, key.id(), mac(purpose, enrollment, "/" + name, key), enrollment);
  }

  /** A token of that purpose, if this text has the form of one; only its key proves it. */
  public static Optional<Token> parse(Purpose purpose, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.charAt(0) != purpose.letter || !RUN.matcher(lower).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Token(
              purpose,
              lower.substring(1, 1 + KEY_CHARS),
              lower.substring(1 + KEY_CHARS, HEAD),
              new EnrollmentId(lower.substring(HEAD))));
    } catch (InvalidValueException _) {
      return Optional.empty();
    }
  }

  /** All that have the form of a token of that purpose, wherever they stand in an address. */
  public static List<Token> within(Purpose purpose, String address) {
    return RUN.matcher(address.toLowerCase(Locale.ROOT))
        .results()
        .flatMap(run -> parse(purpose, run.group()).stream())
        .toList();
  }

  /** True when that key signed it. */
  public boolean isSignedBy(SigningKeys.Named key) {
    return isSignedBy(key, "");
  }

  /** True when that key signed it for that attachment. */
  boolean isSignedBy(SigningKeys.Named key, AttachmentName name) {
    return isSignedBy(key, "/" + name);
  }

  private boolean isSignedBy(SigningKeys.Named key, String about) {
    byte[] right = mac(purpose, enrollment, about, key).getBytes(StandardCharsets.US_ASCII);
    return key.id().equals(keyId)
        && MessageDigest.isEqual(right, mac.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return purpose.letter + keyId + mac + enrollment;
  }

  /** An id of an enrollment has no slash: what follows it cannot be taken for a part of it. */
  private static String mac(
      Purpose purpose, EnrollmentId enrollment, String about, SigningKeys.Named key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.key());
      String signed = purpose.letter + key.id() + enrollment + about;
      byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      String digits = new BigInteger(1, Arrays.copyOf(code, MAC_BYTES)).toString(36);
      return "0".repeat(MAC_CHARS - digits.length()) + digits;
    } catch (GeneralSecurityException e) {
      throw new StepwiseException("cannot sign with key " + key.id(), e);
    }
  }
}
