package dev.stepwise.usecase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The calls that go through ports, counted. At one of them something can happen: a crash, or
 * somebody else's work.
 */
final class CallPoints {
  /** Where at a call. */
  enum Side {
    /** The call has no effect if this crashes. */
    BEFORE,
    /** The call had its effect, but its answer is lost if this crashes. */
    AFTER
  }

  /** What a process that dies throws here. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private int calls;
  private int chosen;
  private Side side = Side.BEFORE;
  private Runnable event = () -> {};

  /** The same port, whose calls count. */
  <T> T around(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(real, method, arguments)));
  }

  /** Counts from one again; at the {@code call}th call that happens once. */
  void at(int call, Side where, Runnable what) {
    calls = 0;
    chosen = call;
    side = where;
    event = what;
  }

  /** True when that call has come since. */
  boolean isReached() {
    return calls >= chosen;
  }

  private @Nullable Object call(Object real, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    boolean now = ++calls == chosen;
    if (now && side == Side.BEFORE) {
      event.run();
    }
    Object answer = invoke(real, method, arguments);
    if (now && side == Side.AFTER) {
      event.run();
    }
    return answer;
  }

  private static @Nullable Object invoke(
      Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
