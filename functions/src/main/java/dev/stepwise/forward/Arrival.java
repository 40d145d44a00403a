package dev.stepwise.forward;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Receipt;

/**
 * A mail that came in: what SES says of it, the very bytes that were stored, what could be read of
 * them, and the text that its author typed.
 */
public record Arrival(Receipt receipt, Bytes raw, Mail mail, String typed) {}
