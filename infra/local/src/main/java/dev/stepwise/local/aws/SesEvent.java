package dev.stepwise.local.aws;

import java.time.Instant;

/** Something SES tells about a mail it accepted, as the JSON document that it publishes to SNS. */
public record SesEvent(String messageId, Instant at, Kind kind, String json) {
  /** What happened to the mail. */
  public enum Kind {
    SEND,
    DELIVERY
  }
}
