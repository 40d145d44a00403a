package dev.stepwise.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.stepwise.lambda.log.Metrics;
import dev.stepwise.usecase.CarryPauses;
import dev.stepwise.usecase.Sweep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Every few minutes: what is overdue, and mail that nobody finished, goes on its queue again, and
 * switches are carried on to who has not heeded them yet.
 */
public final class SweepFunction extends LambdaFunction {
  private final Sweep sweep;
  private final CarryPauses carry;
  private final Metrics metrics;

  public SweepFunction() {
    this(System.getenv(), InstantSource.system());
  }

  public SweepFunction(Map<String, String> environment, InstantSource clock) {
    Wiring wiring = new Wiring(environment, clock);
    sweep = wiring.sweep();
    carry = wiring.carryPauses();
    metrics = wiring.metrics();
  }

  @Override
  void serve(InputStream in, OutputStream out, Context context) throws IOException {
    Sweep.Found found = sweep.sweep();
    int rounds = carry.goOn(() -> Duration.ofMillis(context.getRemainingTimeInMillis()));
    metrics.count("SweepFoundOverdue", found.overdue());
    metrics.count("SweepFoundUnread", found.unread());
    metrics.count("SweepFoundRounds", rounds);
    String text =
        "{\"overdue\":%d,\"unread\":%d,\"rounds\":%d}"
            .formatted(found.overdue(), found.unread(), rounds);
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
