package dev.stepwise.simulation;

import dev.stepwise.memory.Memory;
import java.time.Instant;
import java.util.function.Predicate;

/** Where functions run: what they stand on, the queues before them, and who looks on. */
interface Site {
  Engine engine();

  Memory memory();

  Watch watch();

  Trace trace();

  Planted planted();

  Instant now();

  /** Puts it on its queue, to be seen from that instant on. */
  void put(Post.Message message, Instant at);

  /** Begins work that nobody repeats. */
  void begin(Cast.Role role, Predicate<Actor> work);
}
