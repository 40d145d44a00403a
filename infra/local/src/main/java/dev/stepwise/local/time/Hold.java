package dev.stepwise.local.time;

/** Something held until it is closed: frozen time, or a running request. Closing twice is once. */
public interface Hold extends AutoCloseable {
  @Override
  void close();
}
