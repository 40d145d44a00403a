package dev.stepwise.mail;

import java.time.Duration;

/** Sends one mail, once: it never tries again by itself, and never throws. */
public interface Mailer {
  SendResult send(Letter letter);

  /** The longest that {@link #send} can take. */
  Duration timeOut();
}
