package dev.stepwise.doctor;

import java.util.List;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.EventType;

/** Whether SES tells the stack's topic what becomes of mails. */
record EventDestination(SesV2Client ses, Stack stack) implements Check {
  /** What settles a claim, and what must stop a sequence. */
  private static final List<EventType> NEEDED =
      List.of(EventType.SEND, EventType.BOUNCE, EventType.COMPLAINT);

  @Override
  public List<Finding> look() {
    String set = stack.resource("ConfigurationSet");
    String topic = stack.resource("MailEventsTopic");
    boolean tells =
        ses
            .getConfigurationSetEventDestinations(ask -> ask.configurationSetName(set))
            .eventDestinations()
            .stream()
            .filter(each -> each.snsDestination() != null)
            .filter(each -> topic.equals(each.snsDestination().topicArn()))
            .anyMatch(each ->
                Boolean.TRUE.equals(each.enabled())
                    && each.matchingEventTypes().containsAll(NEEDED));
    return List.of(
        tells
            ? Finding.good("Events: SES tells what becomes of mails sent with " + set)
            : Finding.mend(
                "Events: SES does not tell of sends, bounces and complaints with " + set,
                "deploy the stack again; until then bounces suppress nobody"));
  }
}
