package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.json.Json;
import dev.stepwise.judgement.Judgement.Bounce;
import dev.stepwise.judgement.Judgement.Bounce.Kind;
import dev.stepwise.judgement.Judgement.Complaint;
import dev.stepwise.judgement.Judgement.Delivered;
import dev.stepwise.mime.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SES's own notifications, where a topic sends them by mail. See docs.aws.amazon.com/ses, "Amazon
 * SNS notification contents for Amazon SES".
 */
final class SesNotices {
  private SesNotices() {}

  /** A bounce or a delivery. */
  static Optional<Judgement> bounce(Mail mail) {
    return notice(mail)
        .flatMap(notice ->
            switch (kind(notice)) {
              case "Bounce" -> Optional.of(bounce(notice));
              case "Delivery" -> Optional.of(new Delivered("SES: Delivery"));
              case "DeliveryDelay" -> Optional.of(delay(notice));
              default -> Optional.empty();
            });
  }

  static Optional<Judgement> complaint(Mail mail) {
    return notice(mail)
        .filter(notice -> kind(notice).equals("Complaint"))
        .map(notice ->
            new Complaint(
                ids(notice),
                addresses(map(notice, "complaint"), "complainedRecipients"),
                "SES: Complaint"));
  }

  private static Judgement bounce(Map<?, ?> notice) {
    Map<?, ?> bounce = map(notice, "bounce");
    List<Map<?, ?>> recipients = maps(bounce, "bouncedRecipients");
    Map<?, ?> first = recipients.isEmpty() ? Map.of() : recipients.getFirst();
    String type = text(bounce, "bounceType") + "/" + text(bounce, "bounceSubType");
    Diagnosis why = Diagnosis.of(text(first, "status"), text(first, "diagnosticCode"), "");
    boolean isHard = type.equals("Permanent/NoEmail") || why.kind() == Kind.HARD;
    return new Bounce(
        isHard ? Kind.HARD : Kind.SOFT,
        why.code().map(StatusCode::value).orElse(null),
        ids(notice),
        addresses(bounce, "bouncedRecipients"),
        "SES: " + type + " " + why.reason());
  }

  private static Judgement delay(Map<?, ?> notice) {
    List<EmailAddress> delayed = addresses(map(notice, "deliveryDelay"), "delayedRecipients");
    return new Bounce(Kind.DELAY, null, ids(notice), delayed, "SES: DeliveryDelay");
  }

  /** What stands between the first and the last brace of a text from SNS. */
  private static Optional<Map<?, ?>> notice(Mail mail) {
    String text = mail.texts("text/plain").map(Part.Text::text).findFirst().orElse("").strip();
    int end = text.lastIndexOf('}');
    if (!mail.headers().has("x-amz-sns-message-id") && !text.startsWith("{") || end < 0) {
      return Optional.empty();
    }
    return json(text.substring(Math.max(0, text.indexOf('{')), end + 1))
        .flatMap(outer -> outer.get("Message") instanceof String in ? json(in) : Optional.of(outer))
        .filter(notice -> !kind(notice).isEmpty() && notice.containsKey("mail"));
  }

  private static Optional<Map<?, ?>> json(String text) {
    try {
      Object value = Json.parse(text.replaceAll("\\R", " "));
      return value instanceof Map<?, ?> notice ? Optional.of(notice) : Optional.empty();
    } catch (Json.Malformed e) {
      return Optional.empty();
    }
  }

  private static String kind(Map<?, ?> notice) {
    String kind = text(notice, "notificationType");
    return kind.isEmpty() ? text(notice, "eventType") : kind;
  }

  private static List<String> ids(Map<?, ?> notice) {
    String id = text(map(notice, "mail"), "messageId");
    return id.isEmpty() ? List.of() : List.of(id);
  }

  private static List<EmailAddress> addresses(Map<?, ?> of, String list) {
    return maps(of, list).stream()
        .flatMap(each -> Addresses.of(text(each, "emailAddress")).stream())
        .toList();
  }

  private static String text(Map<?, ?> of, String key) {
    return of.get(key) instanceof String text ? text : "";
  }

  private static Map<?, ?> map(Map<?, ?> of, String key) {
    return of.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<Map<?, ?>> maps(Map<?, ?> of, String key) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (of.get(key) instanceof List<?> list) {
      for (Object each : list) {
        maps.add(each instanceof Map<?, ?> map ? map : Map.of());
      }
    }
    return maps;
  }
}
