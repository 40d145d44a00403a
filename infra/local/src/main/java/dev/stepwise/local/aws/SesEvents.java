package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The events of a mail, in the form of the SES developer guide's "event data published to SNS": one
 * for each recipient, by what {@link Simulated} says of it.
 */
final class SesEvents {
  private SesEvents() {}

  static List<SesEvent> of(OutboxMail mail) {
    var events = new ArrayList<SesEvent>();
    var recipients = mail.to().stream().map(Simulated::of).toList();
    if (recipients.stream().noneMatch(each -> each.fate() == Simulated.Fate.LOST_SEND)) {
      events.add(event(mail, SesEvent.Kind.SEND, mail.at(), Json.object()));
    }
    recipients.forEach(each -> events.addAll(of(mail, each)));
    return events;
  }

  private static List<SesEvent> of(OutboxMail mail, Simulated to) {
    var at = mail.at().plus(to.after());
    return switch (to.fate()) {
      case SUCCESS, LOST_SEND -> List.of(delivery(mail, to, at));
      case BOUNCE -> List.of(bounce(mail, to, "Permanent General 5.1.1 user unknown"));
      case SUPPRESSED -> List.of(bounce(mail, to, "Permanent Suppressed 5.1.1 suppressed"));
      case SOFT_BOUNCE -> List.of(bounce(mail, to, "Transient MailboxFull 4.2.2 mailbox full"));
      case COMPLAINT ->
          List.of(
              delivery(mail, to, mail.at().plusSeconds(1)),
              event(mail, SesEvent.Kind.COMPLAINT, at, complaint(to, at)));
      case DELAYED ->
          List.of(
              event(mail, SesEvent.Kind.DELIVERY_DELAY, at, delay(to, at)),
              delivery(mail, to, at.plus(to.after())));
      case REJECT ->
          List.of(
              event(mail, SesEvent.Kind.REJECT, at, Json.object().put("reason", "Bad content")));
    };
  }

  /** The message in which SNS puts a document on a queue. */
  static String envelope(String topicArn, SesEvent event) {
    return Json.text(
        Json.object()
            .put("Type", "Notification")
            .put("MessageId", UUID.randomUUID().toString())
            .put("TopicArn", topicArn)
            .put("Subject", "Amazon SES Email Event Notification")
            .put("Message", event.json())
            .put("Timestamp", event.at().toString())
            .put("SignatureVersion", "1"));
  }

  private static SesEvent event(
      OutboxMail mail, SesEvent.Kind kind, Instant at, ObjectNode detail) {
    var out = Json.object().put("eventType", kind.type());
    out.set("mail", mail(mail));
    out.set(kind.part(), detail);
    return new SesEvent(mail.messageId(), kind, at, Json.text(out));
  }

  private static ObjectNode mail(OutboxMail mail) {
    var out = Json.object();
    out.put("timestamp", mail.at().toString()).put("source", mail.from());
    out.put("sendingAccountId", SqsService.ACCOUNT).put("messageId", mail.messageId());
    out.set("destination", Json.tree(mail.to()));
    out.put("headersTruncated", false);
    var headers = out.putArray("headers");
    mail.headers()
        .forEach((name, value) -> headers.addObject().put("name", name).put("value", value));
    var common = out.putObject("commonHeaders");
    common.putArray("from").add(mail.headers().getOrDefault("From", mail.from()));
    common.putArray("to").add(mail.headers().getOrDefault("To", ""));
    common.put("messageId", mail.messageId()).put("subject", mail.subject());
    var tags = out.putObject("tags");
    mail.tags().forEach((name, value) -> tags.putArray(name).add(value));
    return out;
  }

  private static SesEvent delivery(OutboxMail mail, Simulated to, Instant at) {
    var out = Json.object().put("timestamp", at.toString()).put("processingTimeMillis", 1000);
    out.put("smtpResponse", "250 2.6.0 Message received").put("reportingMTA", "local");
    out.putArray("recipients").add(to.address());
    return event(mail, SesEvent.Kind.DELIVERY, at, out);
  }

  /** The kind is SES's type and subtype, then the status and what the mail server said. */
  private static SesEvent bounce(OutboxMail mail, Simulated to, String kind) {
    var words = kind.split(" ", 4);
    var at = mail.at().plus(to.after());
    var out = Json.object().put("bounceType", words[0]).put("bounceSubType", words[1]);
    out.put("timestamp", at.toString()).put("feedbackId", UUID.randomUUID().toString());
    out.putArray("bouncedRecipients")
        .addObject()
        .put("emailAddress", to.address())
        .put("action", "failed")
        .put("status", words[2])
        .put("diagnosticCode", "smtp; " + words[2] + " " + words[3]);
    return event(mail, SesEvent.Kind.BOUNCE, at, out);
  }

  private static ObjectNode complaint(Simulated to, Instant at) {
    var out = Json.object().put("timestamp", at.toString()).putNull("complaintSubType");
    out.put("feedbackId", UUID.randomUUID().toString()).put("complaintFeedbackType", "abuse");
    out.putArray("complainedRecipients").addObject().put("emailAddress", to.address());
    return out;
  }

  private static ObjectNode delay(Simulated to, Instant at) {
    var out = Json.object().put("timestamp", at.toString()).put("delayType", "General");
    out.put("expirationTime", at.plus(Duration.ofHours(14)).toString());
    out.putArray("delayedRecipients")
        .addObject()
        .put("emailAddress", to.address())
        .put("status", "4.4.1")
        .put("diagnosticCode", "smtp; 421 4.4.1 unable to connect");
    return out;
  }
}
