package dev.stepwise.aws;

import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Notes that a request is about to be written: whatever fails before that (credentials, signing)
 * leaves no doubt that nothing was sent.
 */
final class Transmission implements ExecutionInterceptor {
  /** Where a request carries its note. */
  static final ExecutionAttribute<AtomicBoolean> BEGUN =
      new ExecutionAttribute<>("StepwiseTransmissionBegun");

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    AtomicBoolean begun = attributes.getAttribute(BEGUN);
    if (begun != null) {
      begun.set(true);
    }
  }
}
