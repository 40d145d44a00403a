package dev.stepwise.usecase;

import dev.stepwise.contact.Suppression;
import dev.stepwise.enrollment.StopReason;
import java.util.List;

/** How what stands in the way of a step is named. */
final class Hindrance {
  private Hindrance() {}

  static StopReason reason(Suppression suppression) {
    return switch (suppression.reason()) {
      case MANUAL -> StopReason.STOPPED_BY_USER;
      case UNSUBSCRIBED -> StopReason.UNSUBSCRIBED;
      case BOUNCED -> StopReason.BOUNCED;
      case COMPLAINED -> StopReason.COMPLAINED;
      case ERASED -> StopReason.ERASED;
    };
  }

  static String missing(int step, List<String> tokens) {
    return "missing_token: step " + step + " needs " + String.join(", ", tokens);
  }
}
