package dev.stepwise.local.smtp;

import dev.stepwise.local.bytes.Bytes;
import java.util.List;

/** A mail as it came in, with its envelope. An empty {@code from} is the null sender of bounces. */
public record ReceivedMail(String from, List<String> to, Bytes raw, Verdicts verdicts) {}
