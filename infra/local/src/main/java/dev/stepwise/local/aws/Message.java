package dev.stepwise.local.aws;

import java.time.Instant;
import java.util.Map;

/** One receipt of one message; times are virtual. Only a message's latest receipt deletes it. */
public record Message(
    String id,
    String receipt,
    String body,
    Map<String, MessageAttribute> attributes,
    Instant sentAt,
    Instant firstReceivedAt,
    int receiveCount) {}
