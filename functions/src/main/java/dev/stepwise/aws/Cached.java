package dev.stepwise.aws;

import dev.stepwise.UnavailableException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What lies elsewhere, read when first needed and again after a while. While it cannot be read
 * again, what was read last goes on, and each minute is a new try.
 */
final class Cached<T> {
  private static final System.Logger LOG = System.getLogger(Cached.class.getName());
  private static final Duration NEXT_TRY = Duration.ofMinutes(1);

  private final String what;
  private final Duration fresh;
  private final Function<Instant, T> source;
  private @Nullable T last;
  private Instant until = Instant.MIN;

  /** {@code what} is said of it when it cannot be read. */
  Cached(String what, Duration fresh, Function<Instant, T> source) {
    this.what = what;
    this.fresh = fresh;
    this.source = source;
  }

  /** As it is known; it throws an {@link UnavailableException} when it has never been read. */
  synchronized T get(Instant now) {
    T known = last;
    if (known != null && now.isBefore(until)) {
      return known;
    }
    try {
      return getAnew(now);
    } catch (UnavailableException e) {
      if (known == null) {
        throw e;
      }
      LOG.log(Level.WARNING, what + " cannot be read again", e);
      until = now.plus(NEXT_TRY);
      return known;
    }
  }

  /** As it is now; it throws an {@link UnavailableException} when it cannot be read. */
  synchronized T getAnew(Instant now) {
    try {
      T read = source.apply(now);
      last = read;
      until = now.plus(fresh);
      return read;
    } catch (SdkException e) {
      throw new UnavailableException("cannot read " + what, e);
    }
  }
}
