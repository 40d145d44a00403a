package dev.stepwise.lambda.log;

import dev.stepwise.StepwiseException;
import dev.stepwise.contact.EmailAddress;
import dev.stepwise.json.Json;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Log lines as JSON, one object each, with the id of the request. An address among what is told is
 * told by what stands for it. Of an exception only our own messages are told, which name no person;
 * those of others may quote an address.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">
 *     Lambda, JSON log format</a>
 */
public final class JsonLines extends Formatter {
  /** The id of the request that is being worked, where one is. */
  public static final ScopedValue<String> REQUEST = ScopedValue.newInstance();

  private static final int FRAMES = 20;
  private static final int CAUSES = 5;

  private final Function<EmailAddress, String> alias;

  /** {@code alias} says what stands for an address. */
  JsonLines(Function<EmailAddress, String> alias) {
    this.alias = alias;
  }

  /** Every log line of this process is JSON from now on. */
  public static void install(Function<EmailAddress, String> alias) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(new JsonLines(alias));
    }
  }

  @Override
  public String format(LogRecord log) {
    return (Metrics.LOGGER.equals(log.getLoggerName()) ? log.getMessage() : line(log)) + "\n";
  }

  private String line(LogRecord log) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("timestamp", log.getInstant().toString());
    line.put("level", level(log.getLevel()));
    line.put("requestId", REQUEST.isBound() ? REQUEST.get() : null);
    line.put("logger", log.getLoggerName());
    line.put("message", message(log));
    Throwable thrown = log.getThrown();
    if (thrown != null) {
      line.put("errors", errors(thrown));
      line.put(
          "stack", Stream.of(thrown.getStackTrace()).limit(FRAMES).map(String::valueOf).toList());
    }
    return Json.write(line);
  }

  private String message(LogRecord log) {
    Object[] told = log.getParameters();
    if (told != null) {
      log.setParameters(Arrays.stream(told).map(this::named).toArray());
    }
    return formatMessage(log);
  }

  /** Whatever keeps an address from its alias must not keep the line from the log. */
  private @Nullable Object named(@Nullable Object told) {
    return switch (told) {
      case null -> null;
      case EmailAddress address -> name(address);
      case Collection<?> all -> all.stream().map(this::named).toList();
      case Optional<?> one -> one.map(this::named);
      default -> told;
    };
  }

  private String name(EmailAddress address) {
    try {
      return alias.apply(address);
    } catch (RuntimeException _) {
      return "somebody";
    }
  }

  /** The names that Lambda's own filter of levels knows. */
  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  private static List<String> errors(Throwable thrown) {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
        .limit(CAUSES)
        .map(JsonLines::error)
        .toList();
  }

  private static String error(Throwable each) {
    String name = each.getClass().getName();
    return each instanceof StepwiseException ? name + ": " + each.getMessage() : name;
  }
}
