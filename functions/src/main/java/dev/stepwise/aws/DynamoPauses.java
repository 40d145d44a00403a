package dev.stepwise.aws;

import dev.stepwise.enrollment.Switches;
import dev.stepwise.pause.Pauses;
import dev.stepwise.pause.Round;
import dev.stepwise.pause.Scope;
import dev.stepwise.sending.Pause;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The switches in the table: a sequence's at its head, a sender's at the sender, that of everything
 * in an item of its own beside the hold on all sends.
 */
record DynamoPauses(Table table, Known<Pause> known) implements Pauses {
  private static final int MOST = 100;

  @Override
  public Optional<Pause> of(Scope scope) {
    return Optional.ofNullable(PauseItem.read(table.get(key(scope)).orElse(null)));
  }

  @Override
  public Optional<Pause> everything() {
    if (known.isStale(Key.PAUSED)) {
      known.learn(Key.PAUSED, PauseItem.read(table.get(Key.PAUSED).orElse(null)));
    }
    return Optional.ofNullable(known.get(Key.PAUSED));
  }

  @Override
  public Map<Under, Switches> of(Collection<Under> all) {
    Set<Key> keys = new LinkedHashSet<>();
    keys.add(Key.PAUSED);
    all.forEach(under -> {
      keys.add(Key.head(under.sequence()));
      keys.add(Key.sender(under.sender()));
    });
    Map<Key, Item> found = table.getAll(keys);
    Pause everything = PauseItem.read(found.get(Key.PAUSED));
    Map<Under, Switches> switches = new HashMap<>();
    all.forEach(under ->
        switches.put(
            under,
            new Switches(
                everything,
                PauseItem.read(found.get(Key.sender(under.sender()))),
                PauseItem.read(found.get(Key.head(under.sequence()))))));
    return switches;
  }

  @Override
  public boolean turn(Round round, @Nullable Pause pause) {
    Key key = key(round.scope());
    Expression there =
        round.scope() instanceof Scope.Everything
            ? Expression.PRESENT.or(Expression.ABSENT)
            : Expression.PRESENT;
    try {
      table.transact(
          List.of(
              table.updating(key, PauseItem.turning(pause), there),
              table.putting(RoundItem.write(round))));
    } catch (TransactionCanceledException _) {
      return false;
    }
    known.learn(key, pause);
    return true;
  }

  private static Key key(Scope scope) {
    return switch (scope) {
      case Scope.OfSequence(var id) -> Key.head(id);
      case Scope.OfSender(var email) -> Key.sender(email);
      case Scope.Everything _ -> Key.PAUSED;
    };
  }

  /** The index may lag: each is read again, strongly. */
  @Override
  public List<Round> rounds(Instant now) {
    List<Key> keys =
        DueIndex.shard(table, RoundItem.SHARD, now.plusMillis(1), MOST).stream()
            .map(Key::of)
            .toList();
    return keys.isEmpty()
        ? List.of()
        : table.getAll(keys).values().stream()
            .map(RoundItem::read)
            .filter(round -> !round.due().isAfter(now))
            .toList();
  }

  @Override
  public void save(Round before, Round after) {
    try {
      table.put(RoundItem.write(after), RoundItem.unchanged(before));
    } catch (ConditionalCheckFailedException _) {
      // Somebody else has gone on with it.
    }
  }

  @Override
  public void end(Round round) {
    try {
      table.delete(RoundItem.key(round.scope()), RoundItem.unchanged(round));
    } catch (ConditionalCheckFailedException _) {
      // Somebody else has gone on with it, or ended it.
    }
  }
}
