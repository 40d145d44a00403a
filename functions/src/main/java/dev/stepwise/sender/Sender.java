package dev.stepwise.sender;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.pacing.Pace;
import dev.stepwise.sending.Pause;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rep whose name and address a mail carries. Only callers whose token subject is among {@code
 * subjects} act for it; {@code copyTo} gets a blind copy of each mail; {@code pause} is what stands
 * at its switch, be it over.
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
    Set<String> subjects,
    @Nullable Pause pause) {
  public Sender {
    subjects = Set.copyOf(subjects);
  }

  /** A sender that was never paused. */
  public Sender(
      EmailAddress email,
      String name,
      ZoneId timeZone,
      @Nullable String signature,
      @Nullable String postalAddress,
      Pace pace,
      @Nullable String bookingLink,
      @Nullable EmailAddress copyTo,
      Set<String> subjects) {
    this(
        email, name, timeZone, signature, postalAddress, pace, bookingLink, copyTo, subjects, null);
  }

  /** The same by another pace. */
  public Sender with(Pace other) {
    return new Sender(
        email,
        name,
        timeZone,
        signature,
        postalAddress,
        other,
        bookingLink,
        copyTo,
        subjects,
        pause);
  }

  /** The same with that at its switch. */
  public Sender with(@Nullable Pause turned) {
    return new Sender(
        email,
        name,
        timeZone,
        signature,
        postalAddress,
        pace,
        bookingLink,
        copyTo,
        subjects,
        turned);
  }
}
