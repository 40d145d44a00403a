package dev.stepwise.pause;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.sending.Pause;
import dev.stepwise.sequence.SequenceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The switches, read strongly, and the rounds that carry them to the enrollments. */
public interface Pauses {
  /** What stands at a switch, be it over. */
  Optional<Pause> of(Scope scope);

  /** What stands at the switch of everything, as it was half a minute ago or later. */
  Optional<Pause> everything();

  /** All switches that an enrollment of such a sequence and sender is under. */
  Map<Under, Switches> of(Collection<Under> all);

  /**
   * Turns the switch of a round's scope, off with a pause and on with null, and begins the round in
   * the same write; false when there is no such sequence or sender.
   */
  boolean turn(Round round, @Nullable Pause pause);

  /** Rounds that are due by then. */
  List<Round> rounds(Instant now);

  /** Keeps how far a round has come; dropped where somebody else has gone on with it or turned. */
  void save(Round before, Round after);

  /** Ends a round; dropped where somebody else has gone on with it or turned. */
  void end(Round round);

  /** Whose switches an enrollment is under, beside that of everything. */
  record Under(SequenceId sequence, EmailAddress sender) {}
}
