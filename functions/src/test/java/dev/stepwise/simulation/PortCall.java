package dev.stepwise.simulation;

import dev.stepwise.StaleVersionException;
import dev.stepwise.enrollment.Change;
import dev.stepwise.enrollment.Enrollments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of a port, and what is behind the network. */
record PortCall(Object inner, Method method, Object @Nullable [] args) {
  /** Its effect, which is watched. */
  @Nullable Object effect(Watch watch) {
    Object answer = invoke();
    watch.seen(method.getName(), args == null ? new Object[0] : args, answer);
    return answer;
  }

  /** A change that was written already is known for what it is, unless others wrote after it. */
  @Nullable Object repeated(Watch watch) {
    if (inner instanceof Enrollments
        && args != null
        && args.length > 0
        && args[0] instanceof Change change) {
      if (!Objects.equals(watch.stored(change.after().id()), Optional.of(change.after()))) {
        throw new StaleVersionException("enrollment " + change.after().id());
      }
      return null;
    }
    return effect(watch);
  }

  @Nullable Object invoke() {
    try {
      return method.invoke(inner, args);
    } catch (InvocationTargetException e) {
      switch (e.getCause()) {
        case RuntimeException trouble -> throw trouble;
        case Error error -> throw error;
        case null, default -> throw new UndeclaredThrowableException(e);
      }
    } catch (IllegalAccessException e) {
      throw new UndeclaredThrowableException(e);
    }
  }
}
