package dev.stepwise.local.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One named map of a store. */
public final class Table<V> {
  private final Store store;
  private final Map<String, byte[]> map;
  private final Codec<V> codec;

  Table(Store store, Map<String, byte[]> map, Codec<V> codec) {
    this.store = store;
    this.map = map;
    this.codec = codec;
  }

  public Optional<V> get(String key) {
    return Optional.ofNullable(map.get(key)).map(codec::read);
  }

  public void put(String key, V value) {
    store.checkChanging();
    map.put(key, codec.write(value));
  }

  public void remove(String key) {
    store.checkChanging();
    map.remove(key);
  }

  public void clear() {
    store.checkChanging();
    map.clear();
  }

  /** Goes through the table by key. */
  public void forEach(BiConsumer<String, V> each) {
    map.forEach((key, bytes) -> each.accept(key, codec.read(bytes)));
  }
}
