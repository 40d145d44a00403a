package dev.stepwise.local.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that SES accepted, as it left. {@code to} lists every envelope recipient, blind copies
 * included; {@code headers} are those on the wire; {@code raw} is the whole RFC 5322 message.
 */
public record OutboxMail(
    String messageId,
    Instant at,
    String from,
    List<String> to,
    String subject,
    Map<String, String> headers,
    @Nullable String text,
    @Nullable String html,
    Map<String, String> tags,
    String raw) {}
