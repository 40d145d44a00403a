package dev.stepwise.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Named tables in memory or in a file. What is changed {@link #together} is seen by nobody else
 * half done and survives the end of the process, by kill -9 as well, as a whole once the call
 * returns. A power cut may lose the last moments: nothing is forced to the disk.
 */
public final class Store implements AutoCloseable {
  private static final int COMPACT_MILLIS = 500;

  /** Space of old versions is used again after this; only a crash of the machine needs them. */
  private static final int RETENTION_MILLIS = 1_000;

  private final Function<String, Map<String, byte[]>> maps;
  private final Runnable commit;
  private final Runnable closing;
  private final ReentrantLock changing = new ReentrantLock();
  private final Object committing = new Object();
  private long changes;
  private long committed;

  private Store(Function<String, Map<String, byte[]>> maps, Runnable commit, Runnable closing) {
    this.maps = maps;
    this.commit = commit;
    this.closing = closing;
  }

  /** A store that is forgotten with the process. */
  public static Store inMemory() {
    return new Store(name -> new ConcurrentSkipListMap<>(), () -> {}, () -> {});
  }

  /** The store in a directory, which is made if need be. */
  public static Store in(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory, e);
    }
    var file = directory.resolve("services.mv").toString();
    var store = new MVStore.Builder().fileName(file).autoCommitDisabled().open();
    store.setRetentionTime(RETENTION_MILLIS);
    store.compactFile(COMPACT_MILLIS);
    return new Store(store::openMap, store::commit, store::close);
  }

  public <V> Table<V> table(String name, Class<V> type) {
    return new Table<>(this, maps.apply(name), Codec.of(type));
  }

  /** Makes changes as one, alone, and returns when they are durable. Calls nest. */
  public <T> T together(Supplier<T> change) {
    T result;
    long mine;
    changing.lock();
    try {
      result = change.get();
      mine = ++changes;
    } finally {
      changing.unlock();
    }
    if (!changing.isHeldByCurrentThread()) {
      commit(mine);
    }
    return result;
  }

  /** As {@link #together(Supplier)}, without a result. */
  public void together(Runnable change) {
    var _ =
        together(() -> {
          change.run();
          return true;
        });
  }

  /** Looks at what others change together, while nobody does. */
  public <T> T alone(Supplier<T> look) {
    changing.lock();
    try {
      return look.get();
    } finally {
      changing.unlock();
    }
  }

  void checkChanging() {
    if (!changing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a table is changed inside together() only");
    }
  }

  @Override
  public void close() {
    alone(() -> {
      closing.run();
      return true;
    });
  }

  /** One commit serves everyone who waits for it. */
  private void commit(long mine) {
    synchronized (committing) {
      if (committed < mine) {
        committed =
            alone(() -> {
              commit.run();
              return changes;
            });
      }
    }
  }
}
