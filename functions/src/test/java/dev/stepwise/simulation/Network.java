package dev.stepwise.simulation;

/** Lies between a use case and its ports: calls take time there, and may fail. */
interface Network {
  /** The port under another name, by which its calls are known. */
  <T> T port(String name, Class<T> type, T inner);

  default <T> T port(Class<T> type, T inner) {
    return port(type.getSimpleName(), type, inner);
  }
}
