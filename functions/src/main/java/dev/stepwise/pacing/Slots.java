package dev.stepwise.pacing;

import java.util.Map;
import java.util.Optional;

/**
 * The places that an enrollment's mails were given when it began, by step, and by which edition of
 * its sender's pace; edition 0 is of a sender who had none.
 */
public record Slots(int edition, Map<Integer, Slot> byStep) {
  /** No place was needed. */
  public static final Slots NONE = new Slots(0, Map.of());

  public Slots {
    byStep = Map.copyOf(byStep);
  }

  /** The place of that step's mail. */
  public Optional<Slot> of(int step) {
    return Optional.ofNullable(byStep.get(step));
  }
}
