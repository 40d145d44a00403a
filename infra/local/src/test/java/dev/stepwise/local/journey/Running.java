package dev.stepwise.local.journey;

import dev.stepwise.local.LocalSystem;
import dev.stepwise.local.Options;
import dev.stepwise.local.smtp.MailProgram;
import dev.stepwise.local.template.Surroundings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One system in memory for the tests of a class. Its time moves only where a test moves it; each
 * test begins on a Monday at 09:00 UTC, after the one before has ended all that it began.
 */
final class Running
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  static final Path TEMPLATE = Path.of("../../template.yaml").toAbsolutePath().normalize();

  /** A Monday three weeks after clocks in the United States went back; Europe's went before. */
  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private static final double STANDING_STILL = 1e-9;
  private static final String MAILS = Surroundings.STACK + "-InboundBucket";

  private final Instant start;
  private @Nullable LocalSystem system;
  private @Nullable Stepwise stepwise;

  Running() {
    this(START);
  }

  Running(Instant start) {
    this.start = start;
  }

  /** The system as outsiders see it. */
  Stepwise stepwise() {
    return Objects.requireNonNull(stepwise);
  }

  /** Somebody with that address and a mail program. */
  MailProgram prospect(String address) {
    return new MailProgram(Objects.requireNonNull(system).smtp(), address);
  }

  /** The mails that are kept, as text. */
  List<String> keptMails() {
    try (S3Client s3 = S3Client.create()) {
      return s3.listObjectsV2Paginator(list -> list.bucket(MAILS)).contents().stream()
          .map(object -> s3.getObjectAsBytes(get -> get.bucket(MAILS).key(object.key())))
          .map(mail -> mail.asString(StandardCharsets.ISO_8859_1))
          .toList();
    }
  }

  Map<String, URI> aws() {
    return Objects.requireNonNull(system).aws().endpoints();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var started = LocalSystem.start(new Options(0, 0, STANDING_STILL, start, null, TEMPLATE));
    system = started;
    stepwise =
        new Stepwise(
            new Caller(started.api(), started.tokens().rep()),
            new Caller(started.api(), started.tokens().admin()));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    var now = stepwise().now();
    if (now.isAfter(start)) {
      stepwise().advanceTo(mondayAfter(now).toString());
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stepwise().clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Objects.requireNonNull(system).close();
  }

  private static Instant mondayAfter(Instant now) {
    return now.atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .atTime(LocalTime.of(9, 0))
        .toInstant(ZoneOffset.UTC);
  }
}
