package dev.stepwise.deadletter;

import java.time.Duration;
import java.util.List;

/** The queue of messages that no attempt could work. */
public interface DeadLetters {
  /** Takes a few, which nobody else sees for five minutes; none when there are no more. */
  List<DeadLetter> take();

  /**
   * Puts it on the queue that its errand belongs to, to be seen after a while (15 minutes at most),
   * and only then takes it out here: a crash in between leaves it in both. An unreadable one
   * belongs nowhere and is an {@link IllegalArgumentException}.
   */
  void putBack(DeadLetter letter, Errand errand, Duration after);

  /** Takes it out for good. */
  void drop(DeadLetter letter);

  /** Lets others see it again at once. */
  void leave(DeadLetter letter);
}
