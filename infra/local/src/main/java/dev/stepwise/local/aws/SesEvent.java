package dev.stepwise.local.aws;

import java.time.Instant;

/** Something SES tells about a mail it accepted: the JSON document that it publishes to SNS. */
public record SesEvent(String messageId, Kind kind, Instant at, String json) {

  /** What happened to the mail. */
  public enum Kind {
    SEND,
    DELIVERY,
    BOUNCE,
    COMPLAINT
  }
}
