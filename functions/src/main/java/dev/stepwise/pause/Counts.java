package dev.stepwise.pause;

import dev.stepwise.sending.Tally;
import java.time.Instant;

/** What became of mails in the last seven days, today (by UTC) among them, for each scope. */
public interface Counts {
  /** Adds to today's, in one write that none is lost from, and answers the sum of all days. */
  Tally add(Scope scope, Instant now, Tally more);

  /** Begins anew. */
  void forget(Scope scope);
}
