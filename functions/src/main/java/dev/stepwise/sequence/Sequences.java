package dev.stepwise.sequence;

import dev.stepwise.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sequences and their versions. Reads of a head are strong; versions never change. */
public interface Sequences {
  Optional<Sequence> find(SequenceId id);

  Optional<Version> version(SequenceId id, int number);

  /** Versions, newest first. */
  Page<Version> versions(SequenceId id, @Nullable String cursor);

  /** All sequences, newest first. */
  Page<Sequence> list(@Nullable String cursor);

  /** Writes a new sequence with its version 1; false when the id is taken. */
  boolean create(Sequence sequence);

  /** Writes the head and, if it is new, the version; StaleVersion when the head has moved on. */
  void save(Sequence before, Sequence after);
}
