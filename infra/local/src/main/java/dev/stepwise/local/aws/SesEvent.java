package dev.stepwise.local.aws;

import java.time.Instant;

/** Something SES tells about a mail it accepted: the JSON document that it publishes to SNS. */
public record SesEvent(String messageId, Kind kind, Instant at, String json) {

  /** What happened to the mail; the constants are named as in an event destination. */
  public enum Kind {
    SEND("Send", "send"),
    DELIVERY("Delivery", "delivery"),
    DELIVERY_DELAY("DeliveryDelay", "deliveryDelay"),
    BOUNCE("Bounce", "bounce"),
    COMPLAINT("Complaint", "complaint"),
    REJECT("Reject", "reject");

    private final String type;
    private final String part;

    Kind(String type, String part) {
      this.type = type;
      this.part = part;
    }

    /** The type that the document names. */
    String type() {
      return type;
    }

    /** The part of the document that says more. */
    String part() {
      return part;
    }
  }
}
