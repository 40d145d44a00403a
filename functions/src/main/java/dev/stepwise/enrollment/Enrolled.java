package dev.stepwise.enrollment;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.sequence.SequenceId;
import java.time.Instant;

/** What never changes of an enrollment; {@code overridden} says that some steps have own copy. */
public record Enrolled(
    EnrollmentId id,
    SequenceId sequence,
    int version,
    EmailAddress contact,
    EmailAddress sender,
    Instant at,
    boolean overridden) {}
