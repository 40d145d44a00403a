package dev.stepwise.lambda;

import java.time.InstantSource;
import java.util.Map;

/** What is known of a person, and to erase it. */
public final class ContactsFunction extends ApiFunction {
  public ContactsFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public ContactsFunction(Map<String, String> environment, InstantSource clock) {
    super(new Wiring(environment, clock).contacts());
  }
}
