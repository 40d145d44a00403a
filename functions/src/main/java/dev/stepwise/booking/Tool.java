package dev.stepwise.booking;

import java.util.Arrays;
import java.util.Optional;

/** A program that lets prospects book meetings and tells us of them by a signed webhook. */
public enum Tool {
  /** Calendly (developer.calendly.com, "Webhook Signatures"). */
  CALENDLY("calendly", "Calendly-Webhook-Signature", true),
  /** Cal.com, hosted or one's own (cal.com/docs, "Webhooks"). Its signature carries no time. */
  CAL_COM("cal.com", "X-Cal-Signature-256", false),
  /** Any other, through a few lines of glue that sign as Calendly does. */
  GENERIC("generic", "X-Stepwise-Signature", true);

  private final String wire;
  private final String header;
  private final boolean timed;

  Tool(String wire, String header, boolean timed) {
    this.wire = wire;
    this.header = header;
    this.timed = timed;
  }

  /** The tool of that name, as it stands in paths and on timelines. */
  public static Optional<Tool> named(String wire) {
    return Arrays.stream(values()).filter(tool -> tool.wire.equals(wire)).findFirst();
  }

  /** The name that the API gives it. */
  public String wire() {
    return wire;
  }

  /** The header that its signature comes in. */
  public String header() {
    return header;
  }

  /** True when its signature covers the instant at which it was made. */
  boolean isTimed() {
    return timed;
  }
}
