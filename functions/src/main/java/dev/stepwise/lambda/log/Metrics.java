package dev.stepwise.lambda.log;

import dev.stepwise.json.Json;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures for CloudWatch, in a namespace named after the stack: each is a log line in the embedded
 * metric format, so that no call is made for it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
public record Metrics(String namespace, InstantSource clock) {
  /** The logger whose messages are lines as they are. */
  static final String LOGGER = "dev.stepwise.metrics";

  private static final System.Logger LOG = System.getLogger(LOGGER);

  /** One more of its kind. */
  public void count(String metric, String kind) {
    write(metric, 1, "Count", kind);
  }

  /** How many there were. */
  public void count(String metric, int number) {
    write(metric, number, "Count", null);
  }

  /** How long it was. */
  public void millis(String metric, long millis) {
    write(metric, millis, "Milliseconds", null);
  }

  private void write(String metric, long value, String unit, @Nullable String kind) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    List<String> dimensions = kind == null ? List.of() : List.of("Kind");
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            clock.millis(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    namespace,
                    "Dimensions",
                    List.of(dimensions),
                    "Metrics",
                    List.of(Map.of("Name", metric, "Unit", unit))))));
    if (kind != null) {
      line.put("Kind", kind);
    }
    line.put(metric, value);
    LOG.log(Level.INFO, Json.write(line));
  }
}
