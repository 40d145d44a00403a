package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;

/**
 * A one-shot schedule: the request that made it, and what became of it. Instants are milliseconds
 * of virtual time.
 */
record Schedule(
    String group,
    String name,
    long at,
    String token,
    long created,
    long modified,
    boolean done,
    JsonNode request) {

  static final Comparator<Schedule> BY_TIME =
      Comparator.comparingLong((Schedule each) -> each.at()).thenComparing(each -> each.key());

  static String key(String group, String name) {
    return group + "/" + name;
  }

  String key() {
    return key(group, name);
  }

  Instant instant() {
    return Instant.ofEpochMilli(at);
  }

  Timer timer() {
    return new Timer(name, instant(), target().path("Arn").asText(), input());
  }

  String deadLetterArn() {
    return target().path("DeadLetterConfig").path("Arn").asText();
  }

  boolean armed() {
    return !done && !request.path("State").asText().equals("DISABLED");
  }

  boolean deletedAfterwards() {
    return request.path("ActionAfterCompletion").asText().equals("DELETE");
  }

  Schedule fired() {
    return new Schedule(group, name, at, token, created, modified, true, request);
  }

  Schedule createdAt(long instant) {
    return new Schedule(group, name, at, token, instant, modified, done, request);
  }

  private JsonNode target() {
    return request.path("Target");
  }

  private String input() {
    return target().path("Input").asText("{}");
  }
}
