package dev.stepwise.mime;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the lines of header fields up to a limit and passes over the rest, where the library's
 * own limit would give up on the whole mail.
 */
final class FieldBytes implements FieldBuilder {
  private final DefaultFieldBuilder fields = new DefaultFieldBuilder(-1);
  private final int limit;
  private int taken;
  private boolean isCut;
  private boolean isEmpty = true;

  /** At most {@code limit} bytes a part. */
  FieldBytes(int limit) {
    this.limit = limit;
  }

  /** A new part begins. */
  void restart() {
    taken = 0;
    isCut = false;
  }

  /** True when fields of this part were passed over. */
  boolean isCut() {
    return isCut;
  }

  @Override
  public void reset() {
    fields.reset();
    isEmpty = true;
  }

  @Override
  public void append(ByteArrayBuffer line) throws MimeException {
    if (taken + line.length() > limit) {
      isCut = true;
      return;
    }
    taken += line.length();
    isEmpty = false;
    fields.append(line);
  }

  @Override
  public @Nullable RawField build() throws MimeException {
    return isEmpty ? null : fields.build();
  }

  @Override
  public RecycledByteArrayBuffer getRaw() {
    return fields.getRaw();
  }

  @Override
  public void release() {
    fields.release();
  }
}
