package dev.stepwise.aws;

import dev.stepwise.contact.EmailAddress;
import dev.stepwise.mail.Letter;
import dev.stepwise.mail.Mailer;
import dev.stepwise.mail.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.mime4j.codec.EncoderUtil;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Destination;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Sends through SES. Its client tries once and gives up after {@link #TIME_OUT}. */
record SesMailer(SesV2Client client, String configurationSet) implements Mailer {
  static final Duration TIME_OUT = Duration.ofSeconds(10);
  private static final String UTF_8 = "UTF-8";

  @Override
  public Duration timeOut() {
    return TIME_OUT;
  }

  @Override
  public SendResult send(Letter letter) {
    SendEmailRequest request;
    AtomicBoolean begun = new AtomicBoolean();
    try {
      request = request(letter, begun);
    } catch (RuntimeException e) {
      return new SendResult.Rejected(e.getClass().getSimpleName());
    }
    try {
      return new SendResult.Accepted(client.sendEmail(request).messageId());
    } catch (RuntimeException e) {
      return begun.get()
          ? SendFailure.of(e)
          : new SendResult.TryLater(e.getClass().getSimpleName());
    }
  }

  private SendEmailRequest request(Letter letter, AtomicBoolean begun) {
    return SendEmailRequest.builder()
        .fromEmailAddress(from(letter))
        .destination(destination(letter))
        .replyToAddresses(letter.replyTo().value())
        .content(content(letter))
        .emailTags(tags(letter))
        .configurationSetName(configurationSet)
        .overrideConfiguration(o -> o.putExecutionAttribute(Transmission.BEGUN, begun))
        .build();
  }

  /** The name as RFC 5322 and RFC 2047 want it: quoted or encoded where it must be. */
  private static String from(Letter letter) {
    return EncoderUtil.encodeAddressDisplayName(letter.fromName()) + " <" + letter.from() + ">";
  }

  private static Destination destination(Letter letter) {
    Destination.Builder to = Destination.builder().toAddresses(letter.to().value());
    EmailAddress copy = letter.blindCopy();
    return copy == null ? to.build() : to.bccAddresses(copy.value()).build();
  }

  private static EmailContent content(Letter letter) {
    return EmailContent.builder()
        .simple(m ->
            m.subject(text(letter.subject()))
                .body(Body.builder().text(text(letter.text())).html(text(letter.html())).build())
                .headers(headers(letter)))
        .build();
  }

  private static Content text(String text) {
    return Content.builder().data(text).charset(UTF_8).build();
  }

  private static List<MessageHeader> headers(Letter letter) {
    return letter.headers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(h -> MessageHeader.builder().name(h.getKey()).value(h.getValue()).build())
        .toList();
  }

  private static List<MessageTag> tags(Letter letter) {
    return letter.tags().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(t -> MessageTag.builder().name(t.getKey()).value(t.getValue()).build())
        .toList();
  }
}
