package dev.stepwise.memory;

import dev.stepwise.Page;
import dev.stepwise.StaleVersionException;
import dev.stepwise.sequence.Sequence;
import dev.stepwise.sequence.SequenceId;
import dev.stepwise.sequence.Sequences;
import dev.stepwise.sequence.Version;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sequences in memory. */
record MemorySequences(Memory memory) implements Sequences {
  private static final int NEWEST = 999_999;

  @Override
  public Optional<Sequence> find(SequenceId id) {
    return memory.alone(() -> Optional.ofNullable(memory.sequences.get(id.value())));
  }

  @Override
  public Optional<Version> version(SequenceId id, int number) {
    return memory.alone(() -> Optional.ofNullable(memory.versions.get(key(id, number))));
  }

  /** Keys sort newest first: all numbers have six digits. */
  private static String key(SequenceId id, int number) {
    return id + "#" + (NEWEST - number);
  }

  @Override
  public Page<Version> versions(SequenceId id, @Nullable String cursor) {
    return memory.alone(() ->
        Pages.of(
            "versions " + id, memory.versions.subMap(id + "#", true, id + "$", false), cursor));
  }

  @Override
  public Page<Sequence> list(@Nullable String cursor) {
    return memory.alone(() -> {
      NavigableMap<String, Sequence> byAge = new TreeMap<>();
      memory.sequences.values().forEach(s -> byAge.put(newestFirst(s), s));
      return Pages.of("sequences", byAge, cursor);
    });
  }

  private static String newestFirst(Sequence s) {
    return "%019d#%s".formatted(Long.MAX_VALUE - s.createdAt().toEpochMilli(), s.id());
  }

  @Override
  public boolean create(Sequence sequence) {
    return memory.alone(() -> {
      if (memory.sequences.containsKey(sequence.id().value())) {
        return false;
      }
      write(sequence);
      return true;
    });
  }

  @Override
  public void save(Sequence before, Sequence after) {
    memory.alone(() -> {
      Sequence now = memory.sequences.get(before.id().value());
      if (now == null
          || now.current().number() != before.current().number()
          || now.status() != before.status()
          || !Objects.equals(now.pause(), before.pause())
          || !now.updatedAt().equals(before.updatedAt())) {
        throw new StaleVersionException("sequence " + before.id());
      }
      write(after);
    });
  }

  private void write(Sequence sequence) {
    Version version = sequence.current();
    memory.sequences.put(sequence.id().value(), sequence);
    memory.versions.putIfAbsent(key(sequence.id(), version.number()), version);
  }
}
