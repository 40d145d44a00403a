package dev.stepwise.doctor;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Whether what SES tells, and alarms, reach somebody. */
record Topics(SnsClient sns, Stack stack) implements Check {
  @Override
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    found.add(
        isConfirmed("MailEventsTopic", "sqs")
            ? Finding.good("Topics: what SES tells of mails reaches its queue")
            : Finding.mend(
                "Topics: the queue of mail events is not subscribed",
                "deploy the stack again; until then unknown outcomes stay unknown"));
    if (!stack.mailsAlarms()) {
      found.add(Finding.note("Topics: alarms are mailed to nobody", "give AlarmEmail"));
    } else {
      found.add(
          isConfirmed("Alarms.Topic", "email")
              ? Finding.good("Topics: alarms are mailed")
              : Finding.mend(
                  "Topics: nobody has confirmed the mails of alarms",
                  "follow the link that AWS has mailed to AlarmEmail, or deploy again for another"));
    }
    return found;
  }

  private boolean isConfirmed(String topic, String protocol) {
    return sns
        .listSubscriptionsByTopicPaginator(ask -> ask.topicArn(stack.resource(topic)))
        .subscriptions()
        .stream()
        .anyMatch(each -> protocol.equals(each.protocol()) && isConfirmed(each));
  }

  /** Unconfirmed ones have words in place of an ARN. */
  private static boolean isConfirmed(Subscription subscription) {
    return String.valueOf(subscription.subscriptionArn()).startsWith("arn:");
  }
}
