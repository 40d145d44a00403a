package dev.stepwise.local.http;

/** Answers requests; called from many threads at once. */
@FunctionalInterface
public interface Endpoint {
  Reply answer(Request request);
}
