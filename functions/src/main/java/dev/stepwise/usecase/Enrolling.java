package dev.stepwise.usecase;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.Suppression;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.util.Map;

/** What all contacts of one enroll call have in common, read once. */
record Enrolling(
    EnrollRequest request,
    Version version,
    Sender sender,
    Map<Domain, Suppression> suppressedDomains,
    Instant now,
    Instant start,
    Wait why,
    String by) {}
