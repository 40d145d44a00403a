package dev.stepwise.cadence;

import java.time.Instant;

/**
 * That a step waits until an instant, and for what: one of the reasons why it is due when it is.
 */
public record Shift(Wait why, Instant until) {}
