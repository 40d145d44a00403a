package dev.stepwise.enrollment;

import org.jspecify.annotations.Nullable;

/** One contact's own copy of a step; null keeps the step's. */
public record OwnCopy(@Nullable String subject, @Nullable String text) {}
