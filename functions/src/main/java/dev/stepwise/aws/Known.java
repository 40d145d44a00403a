package dev.stepwise.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this container knows of items that say whether mails may leave: looked up again after {@link
 * #GOOD_FOR}.
 */
final class Known<T> {
  private static final Duration GOOD_FOR = Duration.ofSeconds(30);

  private record Seen<T>(@Nullable T thing, Instant at) {}

  private final InstantSource clock;
  private final Map<Key, Seen<T>> seen = new Recent<>();

  Known(InstantSource clock) {
    this.clock = clock;
  }

  /** True when it is to be read before it is believed. */
  synchronized boolean isStale(Key key) {
    Seen<T> last = seen.get(key);
    return last == null || last.at.isBefore(clock.instant().minus(GOOD_FOR));
  }

  /** What was just read, or written: null where there is none. */
  synchronized void learn(Key key, @Nullable T news) {
    seen.put(key, new Seen<>(news, clock.instant()));
  }

  synchronized @Nullable T get(Key key) {
    Seen<T> last = seen.get(key);
    return last == null ? null : last.thing;
  }
}
