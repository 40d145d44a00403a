package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** Meetings that booking tools tell of. */
public final class BookingsFunction extends ApiFunction {
  public BookingsFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public BookingsFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).bookings());
  }
}
