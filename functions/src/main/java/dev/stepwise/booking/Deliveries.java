package dev.stepwise.booking;

import java.time.Instant;

/**
 * Which deliveries of booking tools have been worked. Remembered for 400 days: Cal.com signs no
 * time, so that a body which somebody has kept can come again at any.
 */
public interface Deliveries {
  /** True when that delivery has been worked to its end. */
  boolean isDone(String delivery, Instant now);

  /** Says that it has; twice is as good as once. */
  void done(String delivery, Instant now);
}
