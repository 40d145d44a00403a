package dev.stepwise.local.lambda;

import dev.stepwise.local.json.Json;
import dev.stepwise.local.template.Surroundings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The event that EventBridge sends once a period (docs.aws.amazon.com/eventbridge). */
public final class ScheduledEvents {
  private ScheduledEvents() {}

  /** The event of the rule of that name for a run at that instant. */
  public static byte[] event(String rule, Instant now) {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.events");
    event.put("account", Surroundings.ACCOUNT);
    event.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Surroundings.REGION);
    event.put("resources", List.of(arn(rule)));
    event.put("detail", Map.of());
    return Json.bytes(event);
  }

  private static String arn(String rule) {
    return "arn:aws:events:%s:%s:rule/%s"
        .formatted(Surroundings.REGION, Surroundings.ACCOUNT, rule);
  }
}
