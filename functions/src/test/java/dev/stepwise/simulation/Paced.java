package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.pacing.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** POLITE: no mail leaves above its sender's caps, nor closer to another than the gap. */
final class Paced implements Promise {
  private static final String NAME = "POLITE";

  private final Settled settled;
  private final List<Instant> left = new ArrayList<>();

  Paced(Settled settled) {
    this.settled = settled;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** How many more may leave and when depends on these alone. */
  @Override
  public Object remembered() {
    return left;
  }

  @Override
  public void accepted(Accepted mail, Enrollment stored) {
    Pace pace = settled.memory().senders().find(stored.facts().sender()).orElseThrow().pace();
    if (pace.isFree()) {
      return;
    }
    left.add(mail.at());
    left.sort(null);
    holds(pace.dailyCap(), Duration.ofDays(1), stored);
    holds(pace.weeklyCap(), Duration.ofDays(7), stored);
    for (int i = 1; i < left.size(); i++) {
      if (Duration.between(left.get(i - 1), left.get(i)).compareTo(pace.gap()) < 0) {
        throw new Breach(NAME, stored.id(), "two mails left within the gap");
      }
    }
  }

  private void holds(@Nullable Integer cap, Duration span, Enrollment stored) {
    for (int i = 0; cap != null && i + cap < left.size(); i++) {
      if (Duration.between(left.get(i), left.get(i + cap)).compareTo(span) < 0) {
        throw new Breach(NAME, stored.id(), "more than " + cap + " mails left within " + span);
      }
    }
  }
}
