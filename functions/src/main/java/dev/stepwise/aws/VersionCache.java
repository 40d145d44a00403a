package dev.stepwise.aws;

import dev.stepwise.sequence.Version;
import java.util.Map;
import java.util.Optional;

/** Versions that were read: they never change, so that none is read twice. */
final class VersionCache {
  private final Map<Key, Version> versions = new Recent<>();

  synchronized Optional<Version> find(Key key) {
    return Optional.ofNullable(versions.get(key));
  }

  /** The version that this item is. */
  synchronized Version of(Item item) {
    return versions.computeIfAbsent(Key.of(item), _ -> SequenceItem.version(item));
  }
}
