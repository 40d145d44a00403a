package dev.stepwise.booking;

import dev.stepwise.Bytes;
import dev.stepwise.StepwiseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * A body as a tool sent it, with its signature: the HMAC-SHA256 in hex of the body itself
 * (Cal.com), or {@code t=SECONDS,v1=HEX} over the seconds, a dot and the body (Calendly and the
 * generic tool).
 */
public record Signed(Tool tool, String signature, Bytes body) {
  /**
   * How far a signature's time may lie from ours; Calendly's own sample code says three minutes.
   */
  static final Duration TOLERANCE = Duration.ofMinutes(3);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  /** What a signature says of a body. */
  public enum Verdict {
    /** It was made with one of the secrets, and not long ago where it tells when. */
    GENUINE,
    /** It is missing, unreadable or made with another secret. */
    FORGED,
    /** It is right, but of another time: this may be a body that somebody has kept. */
    STALE
  }

  /** Checks the signature; any of the keys may have made it. */
  public Verdict verify(List<SecretKey> keys, Instant now) {
    return tool.isTimed() ? timed(keys, now) : plain(keys);
  }

  private Verdict plain(List<SecretKey> keys) {
    return isMadeBy(keys, "", List.of(signature)) ? Verdict.GENUINE : Verdict.FORGED;
  }

  private Verdict timed(List<SecretKey> keys, Instant now) {
    String seconds = "";
    List<String> given = new ArrayList<>();
    for (String part : signature.split(",", -1)) {
      String[] pair = part.strip().split("=", 2);
      switch (pair[0]) {
        case "t" -> seconds = pair[pair.length - 1];
        case "v1" -> given.add(pair[pair.length - 1]);
        default -> {}
      }
    }
    if (!SECONDS.matcher(seconds).matches() || !isMadeBy(keys, seconds + ".", given)) {
      return Verdict.FORGED;
    }
    Instant made = Instant.ofEpochSecond(Long.parseLong(seconds));
    return Duration.between(made, now).abs().compareTo(TOLERANCE) > 0
        ? Verdict.STALE
        : Verdict.GENUINE;
  }

  private boolean isMadeBy(List<SecretKey> keys, String before, List<String> given) {
    boolean found = false;
    for (SecretKey key : keys) {
      byte[] right = ascii(HexFormat.of().formatHex(mac(key, before)));
      for (String hex : given) {
        found |= MessageDigest.isEqual(right, ascii(hex.strip().toLowerCase(Locale.ROOT)));
      }
    }
    return found;
  }

  private byte[] mac(SecretKey key, String before) {
    try (InputStream rest = body.stream()) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(ascii(before));
      return mac.doFinal(rest.readAllBytes());
    } catch (GeneralSecurityException e) {
      throw new StepwiseException("cannot check a signature of " + tool.wire(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
