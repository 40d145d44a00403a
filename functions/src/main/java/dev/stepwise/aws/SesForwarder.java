package dev.stepwise.aws;

import dev.stepwise.forward.ForwardResult;
import dev.stepwise.forward.Forwarder;
import dev.stepwise.forward.RawLetter;
import dev.stepwise.mail.SendResult;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Sends whole messages through SES, to the one recipient of the envelope whatever the header says.
 * Without our enrollment tag mail-events take no notice of them.
 */
record SesForwarder(SesV2Client client, String configurationSet) implements Forwarder {

  @Override
  public ForwardResult forward(RawLetter letter) {
    try {
      return new ForwardResult.Accepted(client.sendEmail(request(letter)).messageId());
    } catch (RuntimeException e) {
      return failure(SendFailure.of(e));
    }
  }

  private SendEmailRequest request(RawLetter letter) {
    SdkBytes message = SdkBytes.fromInputStream(letter.message().stream());
    return SendEmailRequest.builder()
        .destination(to -> to.toAddresses(letter.to().value()))
        .content(content -> content.raw(raw -> raw.data(message)))
        .emailTags(tag -> tag.name("forward").value(letter.mailId()))
        .configurationSetName(configurationSet)
        .build();
  }

  private static ForwardResult failure(SendResult result) {
    return switch (result) {
      case SendResult.Accepted(String id) -> new ForwardResult.Accepted(id);
      case SendResult.Rejected(String reason) -> new ForwardResult.Rejected(reason);
      case SendResult.TryLater(String reason) -> new ForwardResult.TryLater(reason);
      case SendResult.AccountBlocked(String reason) -> new ForwardResult.TryLater(reason);
      case SendResult.NotSetUp(String reason) -> new ForwardResult.TryLater(reason);
      case SendResult.Unknown(String reason) -> new ForwardResult.TryLater(reason);
    };
  }
}
