package dev.stepwise.local.smtp;

import java.util.List;

/** A mail as it came in, with its envelope. An empty {@code from} is the null sender of bounces. */
public record ReceivedMail(String from, List<String> to, byte[] raw, Verdicts verdicts) {}
