package dev.stepwise.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of an enroll call: a result a contact in the order of the request; and, where the
 * sender's caps or gaps make some wait for more than a week, when the last of them would begin.
 */
public record EnrollAnswer(List<EnrollResult> results, Optional<Instant> lastBegins) {
  public EnrollAnswer {
    results = List.copyOf(results);
  }
}
