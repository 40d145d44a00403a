package dev.stepwise;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, and the cursor that continues it; no cursor means that this was the last. */
public record Page<T>(List<T> items, @Nullable String cursor) {
  public Page {
    items = List.copyOf(items);
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), cursor);
  }
}
