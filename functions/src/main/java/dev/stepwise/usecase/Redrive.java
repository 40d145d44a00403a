package dev.stepwise.usecase;

import dev.stepwise.deadletter.DeadLetter;
import dev.stepwise.deadletter.DeadLetters;
import dev.stepwise.deadletter.Errand;
import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.Enrollments;
import dev.stepwise.enrollment.Wake;
import dev.stepwise.timer.StepDue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What no attempt could work comes back, once the cause is mended: each message goes on its own
 * queue again if it still means something. Wakes are judged by the enrollment as it is now; reports
 * and mails are judged by those who read them, who do everything once.
 */
public final class Redrive {
  private static final System.Logger LOG = System.getLogger(Redrive.class.getName());

  /** How many one run works at most; the next goes on. */
  private static final int MOST = 1_000;

  /** So many come back a second: a thousand take three minutes. */
  private static final int PER_SECOND = 5;

  private final DeadLetters letters;
  private final Function<String, Errand> reader;
  private final Enrollments enrollments;
  private final InstantSource clock;

  public Redrive(
      DeadLetters letters,
      Function<String, Errand> reader,
      Enrollments enrollments,
      InstantSource clock) {
    this.letters = letters;
    this.reader = reader;
    this.enrollments = enrollments;
    this.clock = clock;
  }

  /** How many are on their queue again, meant nothing any more, and are left for a person. */
  public record Done(int queuedAgain, int stale, int left) {}

  /** Works what lies there. */
  public Done redrive() {
    int again = 0;
    int stale = 0;
    List<DeadLetter> left = new ArrayList<>();
    List<DeadLetter> some = letters.take();
    while (!some.isEmpty()) {
      for (DeadLetter letter : some) {
        switch (work(letter, Duration.ofSeconds(again / PER_SECOND))) {
          case AGAIN -> again++;
          case STALE -> stale++;
          case LEFT -> left.add(letter);
        }
      }
      some = again + stale + left.size() < MOST ? letters.take() : List.of();
    }
    left.forEach(letters::leave);
    return new Done(again, stale, left.size());
  }

  private enum Came {
    AGAIN,
    STALE,
    LEFT
  }

  /** What cannot be worked now, for whatever reason, keeps nothing else from being worked. */
  private Came work(DeadLetter letter, Duration after) {
    try {
      Errand errand = reader.apply(letter.body());
      return switch (errand) {
        case Errand.Wake(StepDue due) when isStale(due) -> {
          letters.drop(letter);
          yield Came.STALE;
        }
        case Errand.Wake _, Errand.MailEvent _, Errand.InboundMail _ -> {
          letters.putBack(letter, errand, after);
          yield Came.AGAIN;
        }
        case Errand.Unreadable _ -> Came.LEFT;
      };
    } catch (RuntimeException trouble) {
      LOG.log(Level.ERROR, "a dead letter is left where it is", trouble);
      return Came.LEFT;
    }
  }

  /** A write that a wake was early for never came: it has had hours. */
  private boolean isStale(StepDue due) {
    Instant now = clock.instant();
    Enrollment found = enrollments.find(due.enrollment()).orElse(null);
    Wake.Timer timer = new Wake.Timer(due.step(), due.generation());
    return switch (Wake.of(found, timer, now, Duration.ZERO)) {
      case Wake.Early _, Wake.Stale _ -> true;
      case Wake.NotYet _,
          Wake.Reading _,
          Wake.Ready _,
          Wake.InFlight _,
          Wake.Accepted _,
          Wake.OutcomeUnknown _ ->
          false;
    };
  }
}
