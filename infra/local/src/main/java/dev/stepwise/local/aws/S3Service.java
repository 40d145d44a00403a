package dev.stepwise.local.aws;

import dev.stepwise.local.store.Store;
import dev.stepwise.local.store.Table;
import dev.stepwise.local.time.VirtualClock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets of objects. A bucket that was not declared is an {@link IllegalArgumentException}. */
public final class S3Service {

  /** What is known of an object beside its content; the instant in milliseconds. */
  record Info(String etag, int size, long modified, String type, Map<String, String> metadata) {}

  private final VirtualClock clock;
  private final Store store;
  private final Table<Info> infos;
  private final Table<byte[]> contents;
  private final TreeMap<String, Info> index = new TreeMap<>();
  private final Set<String> buckets = ConcurrentHashMap.newKeySet();

  S3Service(VirtualClock clock, Store store) {
    this.clock = clock;
    this.store = store;
    this.infos = store.table("s3.infos", Info.class);
    this.contents = store.table("s3.contents", byte[].class);
    infos.forEach(index::put);
  }

  /** Makes a bucket known. */
  public void declare(String bucket) {
    buckets.add(bucket);
  }

  /** Stores an object, durably. */
  public void put(String bucket, String key, byte[] content) {
    var _ = put(bucket, key, content, "binary/octet-stream", Map.of());
  }

  /** The content of an object; empty when there is none. */
  public Optional<byte[]> get(String bucket, String key) {
    return store.alone(() -> contents.get(path(bucket, key)));
  }

  boolean has(String bucket) {
    return buckets.contains(bucket);
  }

  Info put(String bucket, String key, byte[] content, String type, Map<String, String> metadata) {
    var path = path(bucket, key);
    var etag = HexFormat.of().formatHex(SqsAttributes.md5(content));
    var now = clock.now().toEpochMilli();
    var info = new Info(etag, content.length, now, type, metadata);
    store.together(() -> {
      contents.put(path, content);
      infos.put(path, info);
      index.put(path, info);
    });
    return info;
  }

  Optional<Info> info(String bucket, String key) {
    return store.alone(() -> Optional.ofNullable(index.get(path(bucket, key))));
  }

  void delete(String bucket, String key) {
    var path = path(bucket, key);
    store.together(() -> {
      contents.remove(path);
      infos.remove(path);
      index.remove(path);
    });
  }

  /** Up to max keys with a prefix, after a key, in order. */
  List<Map.Entry<String, Info>> list(String bucket, String prefix, String after, int max) {
    var root = path(bucket, "");
    return store.alone(() ->
        index.tailMap(root + (after.compareTo(prefix) < 0 ? prefix : after)).entrySet().stream()
            .takeWhile(entry -> entry.getKey().startsWith(root + prefix))
            .filter(entry -> after.isEmpty() || !entry.getKey().equals(root + after))
            .limit(max)
            .map(entry -> Map.entry(entry.getKey().substring(root.length()), entry.getValue()))
            .toList());
  }

  private String path(String bucket, String key) {
    if (!has(bucket)) {
      throw new IllegalArgumentException("no bucket " + bucket + " was declared");
    }
    return bucket + "/" + key;
  }
}
