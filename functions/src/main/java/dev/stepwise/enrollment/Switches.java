package dev.stepwise.enrollment;

import dev.stepwise.enrollment.State.Paused.Reason;
import dev.stepwise.sending.Pause;
import dev.stepwise.sending.Pause.Cause;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The switches that an enrollment is under, those that are over among them; null: never turned. */
public record Switches(
    @Nullable Pause everything, @Nullable Pause sender, @Nullable Pause sequence) {
  /** Nothing is paused. */
  public static final Switches NONE = new Switches(null, null, null);

  /** A switch that is off, and why it pauses an enrollment. */
  public record Off(Reason reason, Pause pause) {
    /** For a person who wants to go on all the same. */
    public String refusal() {
      return switch (reason) {
        case EVERYTHING -> "everything is paused: an admin resumes it with POST /resume";
        case GUARDRAIL ->
            "a guardrail has paused its sequence or sender: see why, then resume that";
        case SENDER -> "its sender is paused: resume that first";
        default -> "its sequence is paused: resume that first";
      };
    }
  }

  /** The widest switch that is off. */
  public Optional<Off> off(Instant now) {
    return all().filter(off -> off.pause().isOn(now)).findFirst();
  }

  /** True when an enrollment may stand still for that reason: its very switch is off. */
  public boolean isOff(Reason reason, Instant now) {
    return all().anyMatch(off -> off.reason() == reason && off.pause().isOn(now));
  }

  /** When the switch of that reason is turned on by itself, if it is. */
  public Optional<Instant> until(Reason reason) {
    return all()
        .filter(off -> off.reason() == reason)
        .findFirst()
        .flatMap(off -> Optional.ofNullable(off.pause().until()));
  }

  private Stream<Off> all() {
    return Stream.of(
            off(Reason.EVERYTHING, everything),
            off(Reason.SENDER, sender),
            off(Reason.SEQUENCE, sequence))
        .flatMap(Optional::stream);
  }

  private static Optional<Off> off(Reason reason, @Nullable Pause pause) {
    return Optional.ofNullable(pause)
        .map(it -> new Off(it.cause() == Cause.GUARDRAIL ? Reason.GUARDRAIL : reason, it));
  }
}
