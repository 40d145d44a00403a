package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.aws.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a schedule's request must be, as the CreateSchedule page of the API reference says. */
final class ScheduleRequest {
  private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-_.]{1,64}");
  private static final Pattern AT =
      Pattern.compile("at\\((\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})\\)");
  private static final int MAX_ATTEMPTS = 185;
  private static final int MIN_AGE = 60;
  private static final int MAX_AGE = 86_400;

  private ScheduleRequest() {}

  static Schedule read(String name, JsonNode body, Instant now) throws Refusal {
    if (!(body instanceof ObjectNode request)) {
      throw invalid("the body must be an object");
    }
    var group = request.path("GroupName").asText("default");
    check(NAME.matcher(name).matches(), "Name must match " + NAME + ", was " + name);
    check(NAME.matcher(group).matches(), "GroupName must match " + NAME + ", was " + group);
    checkShape(request);
    checkTarget(request.path("Target"));
    var millis = now.toEpochMilli();
    var token =
        Optional.ofNullable(request.get("ClientToken"))
            .map(JsonNode::asText)
            .orElseGet(() -> UUID.randomUUID().toString());
    return new Schedule(
        group, name, at(request).toEpochMilli(), token, millis, millis, false, defaults(request));
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "ValidationException", message);
  }

  private static void checkShape(ObjectNode request) throws Refusal {
    var window = request.path("FlexibleTimeWindow").path("Mode").asText();
    check(Set.of("OFF", "FLEXIBLE").contains(window), "FlexibleTimeWindow.Mode is OFF or FLEXIBLE");
    var zone = request.path("ScheduleExpressionTimezone").asText("UTC");
    check(zone.equals("UTC"), "ScheduleExpressionTimezone must be UTC here, was " + zone);
    var after = request.path("ActionAfterCompletion").asText("NONE");
    check(Set.of("NONE", "DELETE").contains(after), "ActionAfterCompletion is NONE or DELETE");
    var state = request.path("State").asText("ENABLED");
    check(Set.of("ENABLED", "DISABLED").contains(state), "State is ENABLED or DISABLED");
  }

  private static void checkTarget(JsonNode target) throws Refusal {
    var arn = target.path("Arn").asText();
    check(arn.startsWith("arn:aws:sqs:"), "Target.Arn must be a queue's, was " + arn);
    check(target.path("RoleArn").asText().startsWith("arn:aws:iam:"), "Target.RoleArn is missing");
    var retry = target.path("RetryPolicy");
    var attempts = retry.path("MaximumRetryAttempts").asInt(0);
    check(attempts >= 0 && attempts <= MAX_ATTEMPTS, "MaximumRetryAttempts is 0 to 185");
    var age = retry.path("MaximumEventAgeInSeconds").asInt(MAX_AGE);
    check(age >= MIN_AGE && age <= MAX_AGE, "MaximumEventAgeInSeconds is 60 to 86400");
  }

  private static Instant at(ObjectNode request) throws Refusal {
    var expression = request.path("ScheduleExpression").asText();
    var matcher = AT.matcher(expression);
    check(matcher.matches(), "Invalid Schedule Expression " + expression);
    try {
      return LocalDateTime.parse(matcher.group(1)).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw invalid("Invalid Schedule Expression " + expression);
    }
  }

  private static ObjectNode defaults(ObjectNode request) {
    var all = request.deepCopy();
    all.putIfAbsent("State", all.textNode("ENABLED"));
    all.putIfAbsent("ActionAfterCompletion", all.textNode("NONE"));
    all.putIfAbsent("ScheduleExpressionTimezone", all.textNode("UTC"));
    return all;
  }

  private static void check(boolean holds, String message) throws Refusal {
    if (!holds) {
      throw invalid(message);
    }
  }
}
