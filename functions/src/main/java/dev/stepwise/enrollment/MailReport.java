package dev.stepwise.enrollment;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.contact.Suppression;
import java.util.List;
import java.util.Optional;

/**
 * What is said of one mail of ours, by SES's events or by a mail that came back. {@code recipients}
 * are those whom it is about, in lower case; none are named where it is about the mail as a whole.
 */
public record MailReport(Mail mail, News news, List<String> recipients, By by) {
  /** Who says what SES's events say. */
  public static final String SES = "ses";

  public MailReport {
    recipients = List.copyOf(recipients);
  }

  /** A report about the mail to the contact. */
  public MailReport(Mail mail, News news, By by) {
    this(mail, news, List.of(), by);
  }

  /**
   * Which mail it is about: the step and attempt that its tags name, and its id, by which two
   * reports about one mail are known for what they are.
   */
  public record Mail(int step, int attempt, String id) {
    /** A mail that only its id names: SES's id of our mail, else the id of the mail that told. */
    public static Mail named(String id) {
      return new Mail(0, 0, id);
    }
  }

  /** What is said; a detail is one line for people. */
  public sealed interface News {
    /** SES accepted it. */
    record Sent() implements News {}

    /** The recipient's mail server took it. */
    record Delivered() implements News {}

    /** It is not delivered yet; the mail system is still trying. */
    record Delayed(String detail) implements News {}

    /** It was not delivered: this time, or, if {@code hard}, it never can be. */
    record Bounced(boolean hard, String detail) implements News {}

    /** The contact told the mailbox provider that it is unwanted. */
    record Complained(String detail) implements News {}

    /** The contact said to SES that no mail is wanted any more. */
    record OptedOut(String detail) implements News {}

    /** SES accepted it and then did not send it. */
    record Rejected(String reason) implements News {}

    /** Somebody, or a scanner, opened it. */
    record Opened() implements News {}

    /** Somebody, or a scanner, followed a link in it. */
    record Clicked() implements News {}
  }

  /** True when it is about the mail to this contact, not about a copy of it. */
  boolean concerns(EmailAddress contact) {
    return recipients.isEmpty() || recipients.contains(contact.value());
  }

  /** That this contact may not be written to any more, if it says so. */
  public Optional<Suppression> suppression(EmailAddress contact) {
    return concerns(contact) ? reason().map(why -> suppression(contact, why)) : Optional.empty();
  }

  private Optional<Suppression.Reason> reason() {
    return switch (news) {
      case News.Bounced bounce when bounce.hard() -> Optional.of(Suppression.Reason.BOUNCED);
      case News.Complained _ -> Optional.of(Suppression.Reason.COMPLAINED);
      case News.OptedOut _ -> Optional.of(Suppression.Reason.UNSUBSCRIBED);
      case News.Sent _,
          News.Delivered _,
          News.Delayed _,
          News.Bounced _,
          News.Rejected _,
          News.Opened _,
          News.Clicked _ ->
          Optional.empty();
    };
  }

  private Suppression suppression(EmailAddress contact, Suppression.Reason why) {
    String note = MailLine.of(this).text();
    return new Suppression(contact.value(), why, by.at(), by.who(), note.isEmpty() ? null : note);
  }
}
