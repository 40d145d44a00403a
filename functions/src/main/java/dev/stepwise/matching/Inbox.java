package dev.stepwise.matching;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.enrollment.EnrollmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mails that came in, until each is read and its effects are had. All reads are strong. */
public interface Inbox {
  /** How long a mail may stay unread before it is looked for. */
  Duration PATIENCE = Duration.ofMinutes(5);

  /** Where clues lead, in one read. */
  Leads leads(Clues clues);

  /**
   * Keeps a mail as one to be read and holds its enrollments, all or nothing, in one write; without
   * those that are gone. Empty when the mail is kept already.
   */
  Optional<Incoming> keep(Incoming mail);

  /**
   * Holds more enrollments for a mail that is kept, and says of the mail that it answers them, the
   * last of its matches. False, and nothing is written, when somebody else has done so meanwhile or
   * has finished the mail.
   */
  boolean keep(Incoming mail, List<EnrollmentId> more);

  Optional<Kept> find(String mailId);

  /** All that the mail does is done: it is {@code contact}'s, if that is known, and was this. */
  void done(Incoming mail, @Nullable EmailAddress contact, String judgement);

  /** Ids of mails of that contact that are done, as far as one answer holds; it may lag. */
  List<String> ofContact(EmailAddress contact);

  /** Nothing is known of that mail any longer. */
  void forget(String mailId);

  /** Ids of mails that came before that instant, are not done, and are late: at most so many. */
  List<String> unread(Instant now, int limit);

  /** A mail that is kept, and whether all is done. */
  record Kept(Incoming mail, boolean done) {}
}
