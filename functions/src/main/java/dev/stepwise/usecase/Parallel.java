package dev.stepwise.usecase;

import java.util.List;
import java.util.function.Function;

/** Does the same with many things; results keep the order. */
public interface Parallel {
  <A, B> List<B> map(List<A> things, Function<A, B> work);

  /** One after the other. */
  static Parallel sequential() {
    return new Parallel() {
      @Override
      public <A, B> List<B> map(List<A> things, Function<A, B> work) {
        return things.stream().map(work).toList();
      }
    };
  }
}
