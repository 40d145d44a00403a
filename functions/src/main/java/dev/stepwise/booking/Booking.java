package dev.stepwise.booking;

import dev.stepwise.Ids;
import dev.stepwise.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a tool tells of one meeting. {@code happening} is the same for every delivery of this very
 * news and for no other; {@code token} is what our link carried; {@code people} come to the
 * meeting.
 */
public record Booking(
    Tool tool,
    Kind kind,
    String happening,
    @Nullable Instant start,
    @Nullable String token,
    List<EmailAddress> people) {
  private static final int REFERENCE = 10;

  /** What became of the meeting. */
  public enum Kind {
    /** It is booked. */
    CREATED(true),
    /** The contact asks for it, and the host has yet to confirm. */
    REQUESTED(true),
    /** It takes place at another time. */
    RESCHEDULED(true),
    /** It does not take place. */
    CANCELLED(false);

    private final boolean wanted;

    Kind(boolean wanted) {
      this.wanted = wanted;
    }

    /** True when the contact wants to meet. */
    public boolean isWanted() {
      return wanted;
    }
  }

  public Booking {
    people = List.copyOf(people);
  }

  /** The name of this news, by which a repetition is known. */
  public String delivery() {
    return Ids.derived(tool.wire(), kind.name(), happening);
  }

  /** What a timeline tells of it; the reference parts it from other news of the same meeting. */
  public String detail() {
    return kind.name().toLowerCase(Locale.ROOT)
        + (start == null ? "" : " for " + start)
        + ", ref "
        + delivery().substring(0, REFERENCE);
  }
}
