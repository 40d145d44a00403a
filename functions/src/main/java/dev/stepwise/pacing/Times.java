package dev.stepwise.pacing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bookings in the order of time, and by mail. */
final class Times {
  private final List<Booking> sorted = new ArrayList<>();
  private final Map<String, Booking> byMail = new HashMap<>();

  void add(Booking booking) {
    sorted.add(place(booking.at()), booking);
    byMail.put(booking.mail(), booking);
  }

  Optional<Booking> of(String mail) {
    return Optional.ofNullable(byMail.get(mail));
  }

  Optional<Booking> remove(String mail) {
    Optional<Booking> own = Optional.ofNullable(byMail.remove(mail));
    own.ifPresent(sorted::remove);
    return own;
  }

  /**
   * When one more at that instant would make more than {@code most} within some {@code span}: until
   * when that is so at least.
   */
  @Nullable Instant full(Instant at, int most, Duration span) {
    int place = place(at);
    // Every run of `most` neighbours with which the new one would stand in one span.
    for (int first = Math.min(place, sorted.size() - most);
        first >= Math.max(0, place - most);
        first--) {
      Instant from = earlier(at, sorted.get(first).at());
      Instant last = later(at, sorted.get(first + most - 1).at());
      if (Duration.between(from, last).compareTo(span) < 0) {
        return sorted.get(first).at().plus(span);
      }
    }
    return null;
  }

  /** When a neighbour is too near: until when at least. */
  @Nullable Instant near(Instant at, Duration distance, Pace pace) {
    int place = place(at);
    if (place > 0 && sorted.get(place - 1).at().plus(distance).isAfter(at)) {
      return sorted.get(place - 1).at().plus(distance);
    }
    if (place < sorted.size()) {
      Booking next = sorted.get(place);
      if (at.plus(pace.distance(next.mail())).isAfter(next.at())) {
        return next.at().plus(distance);
      }
    }
    return null;
  }

  /** Behind all that are not later. */
  private int place(Instant at) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).at().isAfter(at)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
