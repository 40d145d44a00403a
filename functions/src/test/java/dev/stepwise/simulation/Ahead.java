package dev.stepwise.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Works numbered things on some threads, a few ahead of who takes their results, and hands the
 * results over in the order of their numbers: how many threads there are changes nothing but time.
 */
final class Ahead<T> implements AutoCloseable {
  /** How many are begun for each thread before the first of them is taken. */
  private static final int DEPTH = 4;

  private final ExecutorService threads;
  private final LongFunction<T> work;
  private final Deque<Future<T>> begun = new ArrayDeque<>();
  private final int most;
  private final long end;
  private long number;

  /** From that number on, up to the one before {@code end}. */
  record Numbers(long first, long end) {}

  Ahead(int workers, LongFunction<T> work, Numbers numbers) {
    this.threads = Executors.newFixedThreadPool(workers);
    this.most = workers * DEPTH;
    this.number = numbers.first();
    this.end = numbers.end();
    this.work = work;
  }

  /** How many threads this machine has work for. */
  static int workers() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** What came of the next number; what its work threw is thrown here. */
  T next() {
    while (begun.size() < most && number < end) {
      long mine = number++;
      begun.add(threads.submit(() -> work.apply(mine)));
    }
    try {
      return begun.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for what is under way, and begins nothing more. */
  @Override
  public void close() {
    begun.forEach(each -> each.cancel(false));
    threads.close();
  }
}
