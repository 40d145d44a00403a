package dev.stepwise;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** Bytes as a value: what arrays are not. */
public final class Bytes {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** These very bytes, which the caller gives away and no longer changes: mails can be large. */
  public static Bytes of(byte[] content) {
    return new Bytes(content);
  }

  public int size() {
    return content.length;
  }

  public InputStream stream() {
    return new ByteArrayInputStream(content);
  }

  /** A copy that the caller may change. */
  public byte[] toArray() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
