package dev.stepwise.local.template;

import java.time.Duration;
import java.util.Optional;

/** A queue of the template; its messages move to the dead-letter queue, if any, by receive count. */
public record QueueDeclaration(
    String name, Duration visibility, Optional<String> deadLetterName, int maxReceiveCount) {}
