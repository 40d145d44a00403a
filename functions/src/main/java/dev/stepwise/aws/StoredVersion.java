package dev.stepwise.aws;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored shape of a version's settings and steps. What is written once is read for ever: what
 * older versions do not have is nullable.
 */
@Json
record StoredVersion(
    String zone,
    List<String> days,
    int from,
    int to,
    boolean threading,
    List<String> stopOn,
    List<String> holidays,
    String unknown,
    String grace,
    boolean optOut,
    @Nullable Integer awayDays,
    @Nullable Integer longestAway,
    @Nullable Integer softBounces,
    List<StoredStep> steps,
    @Nullable List<StoredWindow> moreWindows,
    @Nullable Boolean contactHolidays,
    @Nullable List<String> regions,
    @Nullable List<Integer> guardrails) {

  /** The stored shape of a window beside the first. */
  @Json
  record StoredWindow(List<String> days, int from, int to) {}

  /** The stored shape of a step: an email when {@code task} is null. */
  @Json
  record StoredStep(
      String id,
      String delay,
      @Nullable String task,
      boolean flag,
      @Nullable String title,
      @Nullable String text,
      @Nullable String html,
      @Nullable String expires,
      @Nullable String late,
      @Nullable String notBefore,
      @Nullable String notAfter) {}
}
