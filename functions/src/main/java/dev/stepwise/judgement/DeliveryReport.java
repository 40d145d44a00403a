package dev.stepwise.judgement;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.inbound.Headers;
import dev.stepwise.inbound.Mail;
import dev.stepwise.inbound.Part;
import dev.stepwise.mime.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a delivery status notification (RFC 3464) says of each recipient. */
record DeliveryReport(List<Recipient> recipients) {
  /** A mail of ours has one recipient, and may be forwarded to a few. */
  private static final int MOST = 20;

  private static final Pattern START =
      Pattern.compile("(?mi)^(?:Reporting-MTA|Final-Recipient|Original-Recipient)[ \t]{0,9}:");
  private static final Pattern ACTION = Pattern.compile("(?mi)^(?:Action|Status)[ \t]{0,9}:");

  DeliveryReport {
    recipients = List.copyOf(recipients);
  }

  /** One recipient: all is as it was written, and empty where it was not. */
  record Recipient(List<EmailAddress> addresses, String action, String status, String diagnostic) {
    private static Recipient of(Headers fields) {
      return new Recipient(
          Stream.of("Final-Recipient", "Original-Recipient", "X-Actual-Recipient")
              .flatMap(name -> fields.all(name).stream())
              .flatMap(value -> Addresses.of(value.substring(value.indexOf(';') + 1)).stream())
              .distinct()
              .toList(),
          fields.first("Action").orElse("").toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0],
          fields.first("Status").orElse(""),
          String.join(" ", fields.all("Diagnostic-Code")));
    }
  }

  /** The report that a mail carries, in a part of its own or written into its text. */
  static Optional<DeliveryReport> in(Mail mail) {
    String report =
        Stream.concat(
                texts(mail, "message/delivery-status"),
                texts(mail, "message/global-delivery-status"))
            .findFirst()
            .or(() ->
                mail.texts("text/plain")
                    .map(Part.Text::text)
                    .flatMap(DeliveryReport::within)
                    .findFirst())
            .orElse("");
    List<Recipient> recipients = recipients(FieldBlocks.of(report));
    return recipients.isEmpty() ? Optional.empty() : Optional.of(new DeliveryReport(recipients));
  }

  private static Stream<String> texts(Mail mail, String type) {
    return mail.parts().stream()
        .filter(Part.Text.class::isInstance)
        .map(Part.Text.class::cast)
        .filter(part -> part.type().is(type))
        .map(Part.Text::text);
  }

  private static Stream<String> within(String text) {
    Matcher start = START.matcher(text);
    return start.find() && ACTION.matcher(text).find(start.start())
        ? Stream.of(text.substring(start.start()))
        : Stream.empty();
  }

  /** A block without a recipient of its own tells more of the one before. */
  private static List<Recipient> recipients(List<Headers> blocks) {
    List<Headers> merged = new ArrayList<>();
    for (Headers block : blocks) {
      boolean names = block.has("Final-Recipient") || block.has("Original-Recipient");
      boolean tells = block.has("Action") || block.has("Status") || block.has("Diagnostic-Code");
      if (names || tells && merged.isEmpty()) {
        merged.add(block);
      } else if (tells) {
        List<Headers.Field> fields = new ArrayList<>(merged.removeLast().fields());
        fields.addAll(block.fields());
        merged.add(new Headers(fields));
      }
    }
    return merged.stream().limit(MOST).map(Recipient::of).toList();
  }
}
