package dev.stepwise.cadence;

import java.time.Instant;

/** When a step is due, in UTC, and what it waits for until then. */
public record Due(Instant at, Wait why) {}
