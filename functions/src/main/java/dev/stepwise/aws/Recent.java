package dev.stepwise.aws;

import java.util.LinkedHashMap;
import java.util.Map;

/** The things that were asked for last; more than {@link #MOST} are not kept. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 500;

  Recent() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST;
  }
}
