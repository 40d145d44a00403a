package dev.stepwise.forward;

import dev.stepwise.Bytes;
import dev.stepwise.contact.EmailAddress;

/** A whole message (RFC 5322) to one recipient, about the stored mail of that id. */
public record RawLetter(EmailAddress to, String mailId, Bytes message) {}
