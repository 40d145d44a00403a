package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import java.time.LocalDate;
import java.util.Set;

/**
 * What is known of a mail besides the mail: the contact's addresses (none when nobody knows whose
 * mail it is), the envelope's sender (empty for the null sender that reports and automatic answers
 * use) and recipients, whether it came to our own address for opting out, and the day it came, in
 * the contact's zone.
 */
public record Situation(
    Set<EmailAddress> contact,
    String envelopeSender,
    Set<EmailAddress> recipients,
    boolean toOptOutAddress,
    LocalDate day) {
  public Situation {
    contact = Set.copyOf(contact);
    recipients = Set.copyOf(recipients);
  }
}
