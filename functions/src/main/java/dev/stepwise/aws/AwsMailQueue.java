package dev.stepwise.aws;

import dev.stepwise.json.Json;
import dev.stepwise.matching.MailQueue;
import java.util.List;
import java.util.Map;

/** The queue that inbound-reply reads beside SES's own calls. */
record AwsMailQueue(Queue queue) implements MailQueue {
  @Override
  public void readAgain(List<String> mailIds) {
    queue.sendAll(mailIds.stream().map(id -> Json.write(Map.of("mail", id))).toList());
  }
}
