package dev.stepwise.memory;

import dev.stepwise.sending.SendingHold;
import dev.stepwise.sending.SendingHolds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hold on all sends in memory. */
final class MemorySendingHold implements SendingHolds {
  private @Nullable SendingHold hold;

  @Override
  public Optional<SendingHold> last() {
    return Optional.ofNullable(get());
  }

  @Override
  public synchronized void save(SendingHold news) {
    if (hold == null || hold.until().isBefore(news.until())) {
      hold = news;
    }
  }

  synchronized @Nullable SendingHold get() {
    return hold;
  }
}
