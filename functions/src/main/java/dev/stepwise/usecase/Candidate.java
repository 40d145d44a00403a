package dev.stepwise.usecase;

import dev.stepwise.contact.Contact;
import dev.stepwise.enrollment.OwnCopy;
import java.util.Map;

/** One entry of an enroll call, as far as it could be read; {@code email} is as it was given. */
public sealed interface Candidate {
  String email();

  /** A contact, with own copy for some steps. */
  record Good(String email, Contact contact, Map<Integer, OwnCopy> overrides) implements Candidate {
    public Good {
      overrides = Map.copyOf(overrides);
    }
  }

  /** An entry that is refused, and why. */
  record Bad(String email, String why) implements Candidate {}
}
