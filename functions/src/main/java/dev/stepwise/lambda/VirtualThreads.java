package dev.stepwise.lambda;

import dev.stepwise.StepwiseException;
import dev.stepwise.usecase.Parallel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Works many things at once, on virtual threads, but no more than {@code atOnce} of them. */
record VirtualThreads(int atOnce) implements Parallel {
  @Override
  public <A, B> List<B> map(List<A> things, Function<A, B> work) {
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<B>> running =
          things.stream().map(thing -> threads.submit(() -> placed(places, thing, work))).toList();
      List<B> results = new ArrayList<>();
      for (Future<B> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepwiseException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new StepwiseException("one of many failed", e);
    }
  }

  /** Lets time pass. */
  static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepwiseException("interrupted", e);
    }
  }

  private static <A, B> B placed(Semaphore places, A thing, Function<A, B> work)
      throws InterruptedException {
    places.acquire();
    try {
      return work.apply(thing);
    } finally {
      places.release();
    }
  }
}
