package dev.stepwise.local.template;

import java.util.Set;

/** That what a topic publishes goes to a queue, and of which of SES's events it gets to hear. */
public record Subscription(String topicArn, String queue, Set<String> events) {
  public Subscription {
    events = Set.copyOf(events);
  }
}
