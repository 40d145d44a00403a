/** Adapters to DynamoDB, EventBridge Scheduler, SQS and SES. */
@NullMarked
package dev.stepwise.aws;

import org.jspecify.annotations.NullMarked;
