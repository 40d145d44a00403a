package dev.stepwise.enrollment;

import dev.stepwise.cadence.Due;
import dev.stepwise.cadence.Wait;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What holds an enrollment beside its state: {@code reading} are the ids of mails that have come
 * and are not judged yet, and while there is one no claim is taken; {@code until} is when an
 * absence ends, and no step is due before it.
 */
public record Holds(SortedSet<String> reading, @Nullable Instant until) {
  public static final Holds NONE = new Holds(new TreeSet<>(), null);

  public Holds {
    reading = Collections.unmodifiableSortedSet(new TreeSet<>(reading));
  }

  /** The same while that mail is read too. */
  Holds reading(String mail) {
    SortedSet<String> more = new TreeSet<>(reading);
    more.add(mail);
    return new Holds(more, until);
  }

  /** The same when that mail has been judged. */
  Holds judged(String mail) {
    SortedSet<String> fewer = new TreeSet<>(reading);
    fewer.remove(mail);
    return new Holds(fewer, until);
  }

  /** The same with nothing before that instant, or before an earlier word that is later. */
  Holds until(Instant absence) {
    return new Holds(reading, until == null || until.isBefore(absence) ? absence : until);
  }

  /** That due time, or the end of the absence if it is later: the window is seen to then. */
  Due heeding(Due due) {
    return until == null || !until.isAfter(due.at()) ? due : new Due(until, Wait.HOLD);
  }

  /** The same when nobody waits for a date any longer. */
  Holds atOnce() {
    return new Holds(reading, null);
  }
}
