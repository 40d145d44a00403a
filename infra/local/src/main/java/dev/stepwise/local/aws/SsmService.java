package dev.stepwise.local.aws;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Parameters of SSM Parameter Store, all of them SecureStrings, as they are given at the start. */
public final class SsmService {
  private final Map<String, String> parameters = new ConcurrentHashMap<>();

  /** Makes a parameter, or gives it another value. */
  public void put(String name, String value) {
    parameters.put(name, value);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
