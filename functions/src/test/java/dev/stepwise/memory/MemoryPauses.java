package dev.stepwise.memory;

import dev.stepwise.enrollment.Switches;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sender.Sender;
import dev.stepwise.sending.Pause;
import dev.stepwise.sequence.Sequence;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The switches in memory. */
record MemoryPauses(Memory memory) implements Pauses {
  @Override
  public Optional<Pause> of(Scope scope) {
    return memory.alone(() -> Optional.ofNullable(at(scope)));
  }

  @Override
  public Optional<Pause> everything() {
    return of(new Scope.Everything());
  }

  private @Nullable Pause at(Scope scope) {
    return switch (scope) {
      case Scope.OfSequence(var id) ->
          Optional.ofNullable(memory.sequences.get(id.value())).map(Sequence::pause).orElse(null);
      case Scope.OfSender(var email) ->
          Optional.ofNullable(memory.senders.get(email)).map(Sender::pause).orElse(null);
      case Scope.Everything _ -> memory.paused;
    };
  }

  @Override
  public Map<Under, Switches> of(Collection<Under> all) {
    return memory.alone(() -> {
      Map<Under, Switches> switches = new HashMap<>();
      all.forEach(under -> switches.put(under, switches(under)));
      return switches;
    });
  }

  Switches switches(Under under) {
    return new Switches(
        memory.paused,
        at(new Scope.OfSender(under.sender())),
        at(new Scope.OfSequence(under.sequence())));
  }

  @Override
  public boolean turn(Round round, @Nullable Pause pause) {
    return memory.alone(() -> {
      boolean there =
          switch (round.scope()) {
            case Scope.OfSequence(var id) ->
                memory.sequences.computeIfPresent(id.value(), (_, s) -> s.with(pause)) != null;
            case Scope.OfSender(var email) ->
                memory.senders.computeIfPresent(email, (_, s) -> s.with(pause)) != null;
            case Scope.Everything _ -> {
              memory.paused = pause;
              yield true;
            }
          };
      if (there) {
        memory.rounds.put(round.scope(), round);
      }
      return there;
    });
  }

  @Override
  public List<Round> rounds(Instant now) {
    return memory.alone(
        () -> memory.rounds.values().stream().filter(round -> !round.due().isAfter(now)).toList());
  }

  @Override
  public void save(Round before, Round after) {
    memory.alone(() -> memory.rounds.replace(before.scope(), before, after));
  }

  @Override
  public void end(Round round) {
    memory.alone(() -> memory.rounds.remove(round.scope(), round));
  }
}
