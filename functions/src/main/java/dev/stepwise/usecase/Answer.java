package dev.stepwise.usecase;

import java.util.function.Function;

/** What a use case answers: what was asked for, or why not. */
public sealed interface Answer<T> {
  /** It is done, or was so already. */
  record Done<T>(T value) implements Answer<T> {}

  /** It is not done, and nothing was written. */
  record Refused<T>(Refusal why) implements Answer<T> {}

  static <T> Answer<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Answer<T> refused(Refusal why) {
    return new Refused<>(why);
  }

  /** The same answer of another kind. */
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal why) -> refused(why);
    };
  }
}
