package dev.stepwise.aws;

import dev.stepwise.sequence.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Versions that were read: they never change, so that none is read twice. The oldest go first. */
final class VersionCache {
  private static final int MOST = 500;

  private final Map<Key, Version> versions =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Version> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<Version> find(Key key) {
    return Optional.ofNullable(versions.get(key));
  }

  /** The version that this item is. */
  synchronized Version of(Item item) {
    return versions.computeIfAbsent(Key.of(item), _ -> SequenceItem.version(item));
  }
}
