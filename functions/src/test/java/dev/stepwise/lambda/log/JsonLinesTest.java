package dev.stepwise.lambda.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.StepwiseException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final EmailAddress ADA = new EmailAddress("ada@prospect.example");
  private final JsonLines lines = new JsonLines(address -> "p-" + address.value().length());

  @Test
  void a_line_is_one_object_with_time_level_request_and_message() throws Exception {
    LogRecord log = record("{0} step {1}: \"sent\"\nhere", "e1", 2);

    String line = ScopedValue.where(JsonLines.REQUEST, "r-1").call(() -> lines.format(log));

    assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
    assertThat(object(line))
        .containsEntry("timestamp", "2026-11-22T12:00:00Z")
        .containsEntry("level", "WARN")
        .containsEntry("requestId", "r-1")
        .containsEntry("logger", "dev.stepwise.Some")
        .containsEntry("message", "e1 step 2: \"sent\"\nhere");
  }

  @Test
  void an_address_is_told_by_what_stands_for_it() throws Exception {
    assertThat(object(lines.format(record("{1} of {0}", ADA, "mail m1"))))
        .containsEntry("message", "mail m1 of p-20");
  }

  @Test
  void addresses_among_others_are_told_so_too() throws Exception {
    LogRecord log = record("{0}, {1}, {2}", List.of(ADA, "m1"), Optional.of(ADA), null);

    assertThat(object(lines.format(log)))
        .containsEntry("message", "[p-20, m1], Optional[p-20], null");
  }

  @Test
  void an_address_without_an_alias_is_somebodys() throws Exception {
    JsonLines cutOff =
        new JsonLines(_ -> {
          throw new StepwiseException("the table does not answer");
        });

    assertThat(object(cutOff.format(record("mail of {0}", ADA))))
        .containsEntry("message", "mail of somebody");
  }

  @Test
  void of_an_exception_only_our_own_words_are_told() throws Exception {
    LogRecord log = record("it failed");
    log.setThrown(
        new StepwiseException(
            "enrollment e1 is unreadable", new IllegalStateException("ada@prospect.example")));

    String line = lines.format(log);

    assertThat(line).doesNotContain("ada@");
    assertThat((List<?>) object(line).get("errors"))
        .asString()
        .isEqualTo(
            "[dev.stepwise.StepwiseException: enrollment e1 is unreadable,"
                + " java.lang.IllegalStateException]");
    assertThat((List<?>) object(line).get("stack")).isNotEmpty();
  }

  @Test
  void a_figure_is_a_line_in_the_embedded_metric_format() throws Exception {
    List<LogRecord> said = new ArrayList<>();
    Logger logger = Logger.getLogger(Metrics.LOGGER);
    Handler ear = ear(said);
    Level before = logger.getLevel();
    logger.setLevel(Level.INFO);
    logger.addHandler(ear);
    try {
      Metrics metrics = new Metrics("sales", () -> NOW);
      metrics.count("StepsFired", "sent");
      metrics.millis("Lateness", 4_000_000_000L);
    } finally {
      logger.removeHandler(ear);
      logger.setLevel(before);
    }

    Map<String, Object> counted = object(lines.format(said.getFirst()));
    assertThat(counted.get("Kind")).isEqualTo("sent");
    assertThat(counted.get("StepsFired")).isEqualTo(BigDecimal.ONE);
    assertThat(counted.get("_aws"))
        .asString()
        .contains("Timestamp=1795348800000", "Namespace=sales", "Dimensions=[[Kind]]")
        .contains("Name=StepsFired", "Unit=Count");
    assertThat(object(lines.format(said.getLast())).get("_aws"))
        .asString()
        .contains("Dimensions=[[]]", "Unit=Milliseconds");
  }

  private static Handler ear(List<LogRecord> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord log) {
        said.add(log);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static LogRecord record(String message, @Nullable Object... parameters) {
    LogRecord log = new LogRecord(Level.WARNING, message);
    log.setInstant(NOW);
    log.setLoggerName("dev.stepwise.Some");
    log.setParameters(parameters);
    return log;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(String line) throws Json.Malformed {
    return (Map<String, Object>) java.util.Objects.requireNonNull(Json.parse(line.strip()));
  }
}
