package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail is, and the evidence that decided, such as a header and its value. */
public sealed interface Judgement {
  String evidence();

  /** Our own mail, or our own forwarding, has come back. */
  record Loop(String evidence) implements Judgement {}

  /**
   * The recipient told the mailbox provider that our mail is unwanted (RFC 5965, and Hotmail's
   * form); {@code messageIds} are those of the mail it is about, as they were written.
   */
  record Complaint(List<String> messageIds, List<EmailAddress> recipients, String evidence)
      implements Judgement {}

  /** A report that a mail of ours was not, or not yet, delivered (RFC 3464, and texts). */
  record Bounce(
      Kind kind,
      @Nullable String status,
      List<String> messageIds,
      List<EmailAddress> recipients,
      String evidence)
      implements Judgement {
    /** Whether it is worth writing again. */
    public enum Kind {
      /** The address does not exist, and will not. */
      HARD,
      /** It was not delivered this time. */
      SOFT,
      /** The mail system is still trying. */
      DELAY
    }
  }

  /** A report that a mail of ours was delivered, relayed or expanded: no failure. */
  record Delivered(String evidence) implements Judgement {}

  /** A read receipt (RFC 8098), be it that the mail was displayed or deleted. */
  record ReadReceipt(String evidence) implements Judgement {}

  /** An answer to a meeting invitation, or an invitation (RFC 5546, RFC 6047). */
  record Calendar(Answer answer, String evidence) implements Judgement {
    /** What the contact does about a meeting. */
    public enum Answer {
      ACCEPTED,
      /** The contact invites to a meeting. */
      REQUESTED,
      DECLINED,
      TENTATIVE,
      /** Anything else: a proposal of another time, a cancellation, someone else's answer. */
      OTHER
    }
  }

  /** A machine wants a proof that a human sent our mail before it delivers it. */
  record Challenge(String evidence) implements Judgement {}

  /** A machine answered, and nobody read anything. */
  record AutoReply(String evidence) implements Judgement {}

  /** The contact is away; {@code back} is the day of return, if the mail names one. */
  record OutOfOffice(@Nullable LocalDate back, String evidence) implements Judgement {}

  /** The contact has left the company; {@code instead} are the addresses that the mail names. */
  record LeftCompany(List<EmailAddress> instead, String evidence) implements Judgement {}

  /** A request not to be written to any more, in words or by a mail client's own button. */
  record OptOut(String evidence) implements Judgement {}

  /** A human's answer. */
  record Human(String evidence) implements Judgement {}

  /** Nobody can tell; a person has to look. */
  record Unclear(String evidence) implements Judgement {}
}
