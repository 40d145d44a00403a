package dev.stepwise.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A mail's bytes, made harmless for a parser that holds one line at a time: blank lines before the
 * first header field are passed over, and lines without end are folded, which in a header means the
 * same and in a body costs nobody anything.
 */
final class SteadyInput extends InputStream {
  private static final int LINE = 64 * 1024;
  private static final byte[] FOLD = "\r\n ".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private int left;
  private int line;
  private int fold = FOLD.length;
  private boolean started;

  /** At most {@code limit} bytes of that stream. */
  SteadyInput(InputStream in, int limit) {
    this.in = in;
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!started) {
      started = true;
      return first(to, offset);
    }
    if (line >= LINE) {
      line = 1;
      fold = 0;
    }
    return fold < FOLD.length ? folding(to, offset) : more(to, offset, length);
  }

  /** The first byte that ends no line. */
  private int first(byte[] to, int offset) throws IOException {
    int next;
    do {
      if (more(to, offset, 1) < 0) {
        return -1;
      }
      next = to[offset];
    } while (next == '\r' || next == '\n');
    return 1;
  }

  private int folding(byte[] to, int offset) {
    to[offset] = FOLD[fold];
    fold++;
    return 1;
  }

  private int more(byte[] to, int offset, int length) throws IOException {
    int wanted = Math.min(Math.min(length, left), LINE - line);
    int count = wanted == 0 ? -1 : in.read(to, offset, wanted);
    if (count > 0) {
      left -= count;
      int end = lastLineEnd(to, offset, count);
      line = end < 0 ? line + count : offset + count - end - 1;
    }
    return count;
  }

  private static int lastLineEnd(byte[] bytes, int offset, int count) {
    for (int i = offset + count - 1; i >= offset; i--) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
