package dev.stepwise.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sets one-shot timers. Setting the same one twice sets it once. */
public interface Timers {
  /** Wakes at its due time, at least once; what is due now or within moments is queued at once. */
  void arm(StepDue due, Instant now);

  /** Puts wakes on the queue now. */
  void queue(List<StepDue> due);

  /**
   * Puts wakes on the queue now, to be taken one after the other over so long (15 minutes at most,
   * for SQS holds no message back for longer).
   */
  void queue(List<StepDue> due, Instant now, Duration over);
}
