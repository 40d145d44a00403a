package dev.stepwise.usecase;

import dev.stepwise.cadence.Wait;
import dev.stepwise.contact.Contact;
import dev.stepwise.contact.Domain;
import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.Itinerary;
import dev.stepwise.enrollment.Plan;
import dev.stepwise.enrollment.Switches;
import dev.stepwise.sender.Sender;
import dev.stepwise.sequence.Version;
import java.time.Instant;
import java.util.Map;

/** What all contacts of one enroll call have in common, read once. */
public record Enrolling(
    EnrollRequest request,
    Version version,
    Sender sender,
    Map<Domain, Suppression> suppressedDomains,
    Instant now,
    Instant start,
    Wait why,
    String by,
    Switches switches) {

  /** When that contact would begin if its sender had nothing else to send. */
  Itinerary.Start start(EnrollmentId id, Contact contact) {
    return new Itinerary.Start(
        Plan.of(version, contact, sender), id, request.startAtStep(), start, why);
  }

  /** The same call, with ids that derive from its Idempotency-Key. */
  public Enrolling as(String key, boolean repeated) {
    return new Enrolling(
        request.as(key, repeated),
        version,
        sender,
        suppressedDomains,
        now,
        start,
        why,
        by,
        switches);
  }
}
