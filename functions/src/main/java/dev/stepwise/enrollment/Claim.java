package dev.stepwise.enrollment;

import java.time.Instant;

/** The right of one step-fire to send one step once. */
public record Claim(String id, int step, int attempt, Instant since) {}
