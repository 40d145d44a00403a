package dev.stepwise.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Makes every call of a port one to AWS: it takes time, may fail, and its effect is watched. */
final class Calls implements Network {
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

  @Override
  public <T> T port(String name, Class<T> type, T inner) {
    InvocationHandler handler =
        (_, method, args) -> {
          PortCall call = new PortCall(inner, method, args);
          if (method.getDeclaringClass() == Object.class) {
            return call.invoke();
          }
          count++;
          String what = name + "." + method.getName();
          mischief.at(what);
          return faults.call(what, () -> call.effect(watch), () -> call.repeated(watch));
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  long count() {
    return count;
  }
}
