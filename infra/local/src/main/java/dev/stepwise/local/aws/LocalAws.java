package dev.stepwise.local.aws;

import dev.stepwise.local.time.Agenda;
import dev.stepwise.local.time.VirtualClock;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Skeleton. */
public final class LocalAws implements AutoCloseable {
  private final DynamoDbService dynamodb = new DynamoDbService();
  private final SchedulerService scheduler = new SchedulerService();
  private final SesService ses = new SesService();
  private final SqsService sqs = new SqsService();
  private final S3Service s3 = new S3Service();
  private final Faults faults = new Faults();

  /** Starts every service; with a data directory what they hold survives the process. */
  @SuppressWarnings("unused")
  public LocalAws(VirtualClock clock, Agenda agenda, Optional<Path> data) {}

  public DynamoDbService dynamodb() {
    return dynamodb;
  }

  public SchedulerService scheduler() {
    return scheduler;
  }

  public SesService ses() {
    return ses;
  }

  public SqsService sqs() {
    return sqs;
  }

  public S3Service s3() {
    return s3;
  }

  public Faults faults() {
    return faults;
  }

  /** Base URLs by service: dynamodb, scheduler, sesv2, s3, sqs. */
  public Map<String, URI> endpoints() {
    return Map.of();
  }

  @Override
  public void close() {}
}
