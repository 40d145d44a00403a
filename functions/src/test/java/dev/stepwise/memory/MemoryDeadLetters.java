package dev.stepwise.memory;

import dev.stepwise.contract.Fixtures;
import dev.stepwise.deadletter.DeadLetter;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.deadletter.Errand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Dead letters in memory; it is {@link Fixtures#NOON}, and nobody waits until one is seen again.
 */
public final class MemoryDeadLetters implements DeadLetters {
  private static final int A_FEW = 10;

  /** What was put back on the queue of that errand, to be seen from then on. */
  public record Back(Errand errand, String body, Instant seen) {}

  private final List<DeadLetter> lying = new ArrayList<>();
  private final Map<String, DeadLetter> taken = new HashMap<>();
  private final List<Back> back = new ArrayList<>();
  private int count;

  /** Lays a message there. */
  public void lay(String body) {
    lying.add(new DeadLetter("r" + count++, body));
  }

  /** What lies there and is not taken. */
  public List<String> lying() {
    return lying.stream().map(DeadLetter::body).toList();
  }

  /** What is seen by then on the queue of such errands. */
  public List<Back> back(Instant by, Class<? extends Errand> home) {
    return back.stream()
        .filter(each -> home.isInstance(each.errand()) && !each.seen().isAfter(by))
        .toList();
  }

  @Override
  public List<DeadLetter> take() {
    List<DeadLetter> some = List.copyOf(lying.subList(0, Math.min(A_FEW, lying.size())));
    lying.removeAll(some);
    some.forEach(letter -> taken.put(letter.receipt(), letter));
    return some;
  }

  @Override
  public void putBack(DeadLetter letter, Errand errand, Duration after) {
    if (errand instanceof Errand.Unreadable) {
      throw new IllegalArgumentException("it belongs nowhere");
    }
    back.add(new Back(errand, letter.body(), Fixtures.NOON.plus(after)));
    drop(letter);
  }

  @Override
  public void drop(DeadLetter letter) {
    taken.remove(letter.receipt());
  }

  @Override
  public void leave(DeadLetter letter) {
    DeadLetter left = taken.remove(letter.receipt());
    if (left != null) {
      lying.add(new DeadLetter("r" + count++, left.body()));
    }
  }
}
