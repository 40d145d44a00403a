package dev.stepwise.mime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What a computation on this thread costs: its processor time, which other work on the machine
 * leaves alone, and all that it allocates, which no garbage collection hides and which is never
 * less than the heap that it needs.
 */
public record Effort<T>(T result, long millis, long megabytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  public static <T> Effort<T> of(Supplier<T> work) {
    long before = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    T result = work.get();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    return new Effort<>(
        result, (THREADS.getCurrentThreadCpuTime() - before) / 1_000_000, bytes / (1024 * 1024));
  }
}
