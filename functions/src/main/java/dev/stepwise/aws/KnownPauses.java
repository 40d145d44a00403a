package dev.stepwise.aws;

import dev.stepwise.sending.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this container knows of switches, by the items that have them: looked up again after {@link
 * #GOOD_FOR}. Those that nobody asks for are forgotten first.
 */
final class KnownPauses {
  private static final Duration GOOD_FOR = Duration.ofSeconds(30);
  private static final int MOST = 500;

  private record Known(@Nullable Pause pause, Instant readAt) {}

  private final InstantSource clock;
  private final Map<Key, Known> pauses =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
          return size() > MOST;
        }
      };

  KnownPauses(InstantSource clock) {
    this.clock = clock;
  }

  /** True when it is to be read before it is believed. */
  synchronized boolean isStale(Key key) {
    Known known = pauses.get(key);
    return known == null || known.readAt.isBefore(clock.instant().minus(GOOD_FOR));
  }

  /** What was just read, or written. */
  synchronized void learn(Key key, @Nullable Pause news) {
    pauses.put(key, new Known(news, clock.instant()));
  }

  synchronized @Nullable Pause pause(Key key) {
    Known known = pauses.get(key);
    return known == null ? null : known.pause;
  }
}
