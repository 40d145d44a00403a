package dev.stepwise.local.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail that SES accepted, as it left. Sender and recipients are bare addresses; {@code to} lists
 * the whole envelope, blind copies included; {@code headers} are those on the wire, unfolded; a
 * part that it lacks is empty; {@code raw} is the RFC 5322 message.
 */
public record OutboxMail(
    String messageId,
    Instant at,
    String from,
    List<String> to,
    String subject,
    Map<String, String> headers,
    String text,
    String html,
    Map<String, String> tags,
    String raw) {}
