package dev.stepwise.lambda;

import dev.stepwise.enrollment.By;
import dev.stepwise.enrollment.EnrollmentId;
import dev.stepwise.enrollment.MailReport;
import dev.stepwise.enrollment.MailReport.News;
import dev.stepwise.lambda.SesEvent.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads SES's events as reports about mails of ours; those of other mails, which lack our tags, are
 * none. Types of bounces and complaints are <a
 * href="https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html">SES's</a>.
 */
final class SesReports {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern ID = Pattern.compile("[0-9a-z]{1,32}");
  private static final Pattern BRACKETED = Pattern.compile("<([^<>]*)>\\s*$");

  private SesReports() {}

  /** A report and the enrollment that it is for. */
  record Addressed(EnrollmentId enrollment, MailReport report) {}

  static Optional<Addressed> read(SesEvent event, Instant now) {
    SesEvent.Mail mail = event.mail();
    if (mail == null || mail.messageId() == null) {
      return Optional.empty();
    }
    String id = mail.messageId();
    Optional<Integer> step = number(mail.tag("step"));
    Optional<Integer> attempt = number(mail.tag("attempt"));
    Optional<EnrollmentId> enrollment =
        mail.tag("enrollment").filter(tag -> ID.matcher(tag).matches()).map(EnrollmentId::new);
    if (enrollment.isEmpty() || step.isEmpty() || attempt.isEmpty()) {
      return Optional.empty();
    }
    MailReport.Mail ours = new MailReport.Mail(step.get(), attempt.get(), id);
    By ses = new By(MailReport.SES, now);
    return news(event)
        .map(news -> new MailReport(ours, news, recipients(event, mail), ses))
        .map(report -> new Addressed(enrollment.get(), report));
  }

  private static Optional<News> news(SesEvent event) {
    return switch (Objects.requireNonNullElse(event.eventType(), "")) {
      case "Send" -> Optional.of(new News.Sent());
      case "Delivery" -> Optional.of(new News.Delivered());
      case "Open" -> Optional.of(new News.Opened());
      case "Click" -> Optional.of(new News.Clicked());
      case "Bounce" -> Optional.ofNullable(event.bounce()).map(SesReports::bounced);
      case "Complaint" -> Optional.ofNullable(event.complaint()).map(SesReports::complained);
      case "DeliveryDelay" -> Optional.ofNullable(event.deliveryDelay()).map(SesReports::delayed);
      case "Reject" ->
          Optional.ofNullable(event.reject()).map(r -> new News.Rejected(text(r.reason())));
      case "Rendering Failure" ->
          Optional.ofNullable(event.failure()).map(f -> new News.Rejected(text(f.errorMessage())));
      case "Subscription" ->
          Optional.ofNullable(event.subscription()).flatMap(SesReports::optedOut);
      default -> Optional.empty();
    };
  }

  /** Transient and undetermined bounces, such as a full mailbox or a late automatic answer. */
  private static News bounced(SesEvent.Bounce bounce) {
    boolean hard = "Permanent".equals(bounce.bounceType());
    String detail = words(status(bounce.bouncedRecipients()), text(bounce.bounceSubType()));
    return new News.Bounced(hard, detail);
  }

  /** "not-spam" takes an earlier complaint back: all it says of a mail is that it was accepted. */
  private static News complained(SesEvent.Complaint complaint) {
    String type = text(complaint.complaintFeedbackType());
    return type.equals("not-spam")
        ? new News.Sent()
        : new News.Complained(words(type, text(complaint.complaintSubType())));
  }

  private static News delayed(SesEvent.DeliveryDelay delay) {
    return new News.Delayed(words(status(delay.delayedRecipients()), text(delay.delayType())));
  }

  private static Optional<News> optedOut(SesEvent.Subscription subscription) {
    return Optional.ofNullable(subscription.newTopicPreferences())
        .filter(SesEvent.Preferences::unsubscribeAll)
        .map(_ -> new News.OptedOut("SES subscription page"));
  }

  /**
   * Whom it is about. Where the mail had one recipient it is that one, whatever else is named: the
   * address in a bounce may be the one that the contact's mail is forwarded to.
   */
  private static List<String> recipients(SesEvent event, SesEvent.Mail mail) {
    List<String> all = Objects.requireNonNullElse(mail.destination(), List.of());
    return (all.size() == 1 ? all.stream() : named(event)).map(SesReports::bare).toList();
  }

  private static Stream<String> named(SesEvent event) {
    return Stream.of(
            event.bounce() == null ? null : event.bounce().bouncedRecipients(),
            event.complaint() == null ? null : event.complaint().complainedRecipients(),
            event.deliveryDelay() == null ? null : event.deliveryDelay().delayedRecipients(),
            event.delivery() == null ? null : recipients(event.delivery()))
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(recipient -> text(recipient.emailAddress()));
  }

  private static @Nullable List<Recipient> recipients(SesEvent.Delivery delivery) {
    return delivery.recipients() == null
        ? null
        : delivery.recipients().stream().map(address -> new Recipient(address, null)).toList();
  }

  private static String bare(String address) {
    Matcher named = BRACKETED.matcher(address);
    return (named.find() ? named.group(1) : address).strip().toLowerCase(Locale.ROOT);
  }

  private static String status(@Nullable List<Recipient> recipients) {
    return recipients == null
        ? ""
        : recipients.stream().map(r -> text(r.status())).findFirst().orElse("");
  }

  private static String words(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Optional<Integer> number(Optional<String> tag) {
    return tag.filter(text -> NUMBER.matcher(text).matches()).map(Integer::valueOf);
  }
}
