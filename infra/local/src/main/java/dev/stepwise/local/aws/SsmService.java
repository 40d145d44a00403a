package dev.stepwise.local.aws;

import dev.stepwise.local.store.Store;
import dev.stepwise.local.store.Table;
import java.util.Optional;

/** Parameters of SSM Parameter Store, all of them SecureStrings. */
public final class SsmService {
  private final Store store;
  private final Table<String> parameters;

  SsmService(Store store) {
    this.store = store;
    this.parameters = store.table("ssm", String.class);
  }

  /** Makes a parameter, or gives it another value, durably. */
  public void put(String name, String value) {
    store.together(() -> parameters.put(name, value));
  }

  /** Makes a parameter, durably; false when it is there already. */
  boolean make(String name, String value) {
    return store.together(() -> {
      var isNew = parameters.get(name).isEmpty();
      if (isNew) {
        parameters.put(name, value);
      }
      return isNew;
    });
  }

  /** Takes a parameter away, durably; false when there is none. */
  boolean delete(String name) {
    return store.together(() -> {
      var isThere = parameters.get(name).isPresent();
      if (isThere) {
        parameters.remove(name);
      }
      return isThere;
    });
  }

  Optional<String> get(String name) {
    return store.alone(() -> parameters.get(name));
  }
}
