package dev.stepwise.local.aws;

import java.time.Instant;
import java.util.Map;

/**
 * One receipt of one message. Times are virtual; attributes are the message attributes' string
 * values.
 */
public record Message(
    String id,
    String receipt,
    String body,
    Map<String, String> attributes,
    Instant sentAt,
    Instant firstReceivedAt,
    int receiveCount) {}
