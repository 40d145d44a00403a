package dev.stepwise.sender;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Pace;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rep whose name and address a mail carries. Only callers whose token subject is among {@code
 * subjects} act for it; {@code copyTo} gets a blind copy of each mail.
 */
public record Sender(
    EmailAddress email,
    String name,
    ZoneId timeZone,
    @Nullable String signature,
    @Nullable String postalAddress,
    Pace pace,
    @Nullable String bookingLink,
    @Nullable EmailAddress copyTo,
    Set<String> subjects) {
  public Sender {
    subjects = Set.copyOf(subjects);
  }
}
