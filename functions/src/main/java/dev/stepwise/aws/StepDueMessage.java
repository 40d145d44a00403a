package dev.stepwise.aws;

import io.avaje.jsonb.Json;

/** The shape of the message that wakes an enrollment; {@code due} is ISO 8601 in UTC. */
@Json
record StepDueMessage(
    int v, String enrollment, String sequence, int version, int step, int generation, String due) {}
