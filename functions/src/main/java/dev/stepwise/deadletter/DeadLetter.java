package dev.stepwise.deadletter;

/** A message that no attempt could work; {@code receipt} stands for this taking of it. */
public record DeadLetter(String receipt, String body) {}
