package dev.stepwise.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stepwise.local.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The events of a mail, in the form of the SES developer guide's "event data published to SNS". As
 * in SES, mail to bounce@ and complaint@simulator.amazonses.com bounces and complains.
 */
final class SesEvents {
  private static final Duration UNTIL_DELIVERY = Duration.ofSeconds(1);
  private static final Duration UNTIL_COMPLAINT = Duration.ofSeconds(2);
  private static final String BOUNCING = "bounce@simulator.amazonses.com";
  private static final String COMPLAINING = "complaint@simulator.amazonses.com";

  private SesEvents() {}

  static List<SesEvent> of(OutboxMail mail) {
    var events = new ArrayList<SesEvent>();
    events.add(event(mail, SesEvent.Kind.SEND, mail.at(), Json.object()));
    var later = mail.at().plus(UNTIL_DELIVERY);
    var reached = mail.to().stream().filter(each -> !each.equalsIgnoreCase(BOUNCING)).toList();
    if (!reached.isEmpty()) {
      events.add(event(mail, SesEvent.Kind.DELIVERY, later, delivery(reached, later)));
    }
    if (reached.size() < mail.to().size()) {
      events.add(event(mail, SesEvent.Kind.BOUNCE, later, bounce(later)));
    }
    if (mail.to().stream().anyMatch(COMPLAINING::equalsIgnoreCase)) {
      var even = mail.at().plus(UNTIL_COMPLAINT);
      events.add(event(mail, SesEvent.Kind.COMPLAINT, even, complaint(even)));
    }
    return events;
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
    var name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    var out = Json.object().put("eventType", name);
    out.set("mail", mail(mail));
    out.set(name.toLowerCase(Locale.ROOT), detail);
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

  private static ObjectNode delivery(List<String> reached, Instant at) {
    var out = Json.object().put("timestamp", at.toString()).put("processingTimeMillis", 1000);
    out.put("smtpResponse", "250 2.6.0 Message received").put("reportingMTA", "local");
    out.set("recipients", Json.tree(reached));
    return out;
  }

  private static ObjectNode bounce(Instant at) {
    var out = Json.object().put("bounceType", "Permanent").put("bounceSubType", "General");
    out.put("timestamp", at.toString()).put("feedbackId", UUID.randomUUID().toString());
    out.putArray("bouncedRecipients")
        .addObject()
        .put("emailAddress", BOUNCING)
        .put("action", "failed")
        .put("status", "5.1.1")
        .put("diagnosticCode", "smtp; 550 5.1.1 user unknown");
    return out;
  }

  private static ObjectNode complaint(Instant at) {
    var out = Json.object().put("timestamp", at.toString());
    out.put("feedbackId", UUID.randomUUID().toString()).put("complaintFeedbackType", "abuse");
    out.putArray("complainedRecipients").addObject().put("emailAddress", COMPLAINING);
    return out;
  }
}
