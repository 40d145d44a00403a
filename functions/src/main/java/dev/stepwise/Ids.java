package dev.stepwise;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Names that nobody can guess: 128 bits as 25 characters of [0-9a-z]. */
public record Ids(RandomGenerator random) {
  private static final int BYTES = 16;
  private static final int CHARS = 25;

  /** A new name. */
  public String next() {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return text(bits);
  }

  /** The name that always comes of these words. */
  public static String derived(String... words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String word : words) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
      }
      return text(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new StepwiseException("SHA-256 is missing from this Java", e);
    }
  }

  /** The name that stands for the first 128 of these bits. */
  public static String text(byte[] bits) {
    String digits = new BigInteger(1, Arrays.copyOf(bits, BYTES)).toString(36);
    return "0".repeat(CHARS - digits.length()) + digits;
  }
}
