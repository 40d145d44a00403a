package dev.stepwise.local.template;

/** That what a topic publishes goes to a queue. */
public record Subscription(String topicArn, String queue) {}
