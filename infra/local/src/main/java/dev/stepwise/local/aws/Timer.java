package dev.stepwise.local.aws;

import java.time.Instant;

/** An armed one-shot schedule: at that instant its input goes to its target queue. */
public record Timer(String name, Instant at, String target, String input) {}
