package dev.stepwise.simulation;

import dev.stepwise.StaleVersionException;
import dev.stepwise.enrollment.Change;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes every call of a port one to AWS: it takes time, may fail, and its effect is watched. */
final class Calls {
  private final Faults faults;
  private final Watch watch;
  private final Mischief mischief;
  private long count;

  Calls(Faults faults, Watch watch, Mischief mischief) {
    this.faults = faults;
    this.watch = watch;
    this.mischief = mischief;
  }

  /** What is done to disturb whoever is at work. */
  interface Mischief {
    void at(String call);
  }

  /** The port, reached over a network. */
  <T> T port(Class<T> type, T inner) {
    InvocationHandler handler =
        (_, method, args) -> {
          if (method.getDeclaringClass() == Object.class) {
            return method.invoke(inner, args);
          }
          count++;
          String name = type.getSimpleName() + "." + method.getName();
          mischief.at(name);
          return faults.call(
              name, () -> effect(inner, method, args), () -> repeated(inner, method, args));
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  long count() {
    return count;
  }

  private @Nullable Object effect(Object inner, Method method, Object @Nullable [] args) {
    Object answer = invoke(inner, method, args);
    watch.seen(method.getName(), args == null ? new Object[0] : args, answer);
    return answer;
  }

  /** A change that was written already is known for what it is, unless others wrote after it. */
  private @Nullable Object repeated(Object inner, Method method, Object @Nullable [] args) {
    if (args != null && args.length > 0 && args[0] instanceof Change change) {
      if (!Objects.equals(watch.stored(change.after().id()), Optional.of(change.after()))) {
        throw new StaleVersionException("enrollment " + change.after().id());
      }
      return null;
    }
    return effect(inner, method, args);
  }

  private static @Nullable Object invoke(Object inner, Method method, Object @Nullable [] args) {
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
