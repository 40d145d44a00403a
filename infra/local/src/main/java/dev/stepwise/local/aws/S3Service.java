package dev.stepwise.local.aws;

import java.util.Optional;

/** Skeleton. */
public final class S3Service {
  /** Makes a bucket known. */
  public void declare(String bucket) {}

  /** Stores an object, durably. */
  public void put(String bucket, String key, byte[] content) {}

  public Optional<byte[]> get(String bucket, String key) {
    return Optional.empty();
  }
}
