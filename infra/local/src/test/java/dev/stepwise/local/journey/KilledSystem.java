package dev.stepwise.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A system that is killed again and again while people use it and AWS misbehaves, and that goes on
 * in the same folder. Who does what, and when the power fails, follows from a seed.
 */
final class KilledSystem implements AutoCloseable {
  private static final int MOST_ACTS = 18;
  private static final int MOST_MILLIS = 120;

  /** However short the lives were, somebody answers in the middle of a sequence. */
  private static final int LAST_ANSWERS = 6;

  private final Path home;
  private final Random dice;
  private final Tally tally;
  private final Crowd crowd;
  private @Nullable Child child;

  KilledSystem(Path home, long seed, Tally tally) {
    this.home = home;
    this.dice = new Random(seed);
    this.tally = tally;
    this.crowd = new Crowd(dice, tally);
  }

  /** Lives until it has been killed so often. */
  void live(int kills) throws IOException {
    for (int killed = 0; killed < kills; ) {
      try (var living = Child.startIn(home)) {
        if (killed(living)) {
          killed++;
          tally.kill();
        } else {
          tally.crash();
        }
      }
    }
  }

  /** One life; false when a crash that was asked for came before the kill. */
  private boolean killed(Child living) {
    int acts = dice.nextInt(MOST_ACTS);
    // Real milliseconds, for a kill between two instructions cannot be had otherwise.
    int millis = dice.nextInt(MOST_MILLIS);
    var killer = CompletableFuture.completedFuture(false);
    try {
      crowd.meet(living);
      for (int act = 0; ; act++) {
        if (act == acts) {
          killer = CompletableFuture.supplyAsync(() -> living.killAfter(millis));
        }
        act(living, act);
      }
    } catch (UncheckedIOException cut) {
      living.awaitEnd();
      return killer.join();
    }
  }

  private void act(Child living, int act) {
    if (act == 0) {
      // Each life's first mails leave right after the enroll: some of them in trouble.
      Mischief.ofSending(dice).befall(living, tally);
      crowd.enroll(living);
      return;
    }
    switch (dice.nextInt(12)) {
      case 0, 1, 2, 3 -> Mischief.of(dice).befall(living, tally);
      case 4, 5 -> crowd.answer(living);
      case 6 -> crowd.decide(living, dice.nextBoolean() ? "send" : "sent");
      default -> living.stepwise.advance("PT" + (1 + dice.nextInt(40)) + "M");
    }
  }

  /** Starts for the last time; nothing more goes wrong, and all that can happen happens. */
  void calmDown() throws IOException {
    var last = Child.startIn(home);
    child = last;
    crowd.meet(last);
    crowd.enrollTheRest(last);
    last.stepwise.advance("PT1M");
    for (int i = 0; i < LAST_ANSWERS; i++) {
      crowd.answer(last);
    }
    last.stepwise.advance("P2D");
  }

  /** The rep looks into the outbox, which a deployed system does not have, and tells the truth. */
  void tellTheTruth() {
    crowd.tellTheTruth(last());
    last().stepwise.advance("P2D");
  }

  Ledger ledger() {
    var stepwise = last().stepwise;
    List<Person> people = new ArrayList<>();
    for (var rule : List.of("ask", "resend")) {
      for (var enrollment : stepwise.rep.list("/enrollments?sequence=" + crowd.sequence(rule))) {
        people.add(new Person(enrollment, crowd.answered(enrollment)));
      }
    }
    var mails = stepwise.rep.get("/_local/outbox").list();
    return Ledger.of(people, mails, Map.copyOf(crowd.enrolled()));
  }

  @Override
  public void close() {
    if (child != null) {
      child.close();
    }
  }

  private Child last() {
    return Objects.requireNonNull(child);
  }
}
