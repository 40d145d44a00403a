package dev.stepwise.simulation;

import dev.stepwise.enrollment.Enrollment;
import dev.stepwise.enrollment.EnrollmentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** WELCOME: whoever was suppressed before the dossier was read, after the claim, gets no mail. */
final class Welcome implements Promise {
  private static final String NAME = "WELCOME";

  private final Watch watch;
  private final Map<String, Long> suppressed = new HashMap<>();
  private final Map<EnrollmentId, Long> claimed = new HashMap<>();

  Welcome(Watch watch) {
    this.watch = watch;
  }

  /** An address or a domain may not be written to any more, as of that step. */
  void suppressed(String target, long step) {
    suppressed.putIfAbsent(target, step);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Object remembered() {
    return suppressed.isEmpty() ? "" : List.of(suppressed, claimed);
  }

  @Override
  public void changed(@Nullable Enrollment before, Enrollment after) {
    if (before != null && before.claim() == null && after.claim() != null) {
      claimed.put(after.id(), watch.step());
    }
  }

  @Override
  public void accepted(Accepted mail, Enrollment stored) {
    long claim = claimed.getOrDefault(stored.id(), Long.MAX_VALUE);
    long read = watch.current().map(actor -> actor.dossierRead).orElse(0L);
    long seen = read > claim ? read : Long.MAX_VALUE;
    var to = mail.letter().to();
    for (String target : List.of(to.value(), to.domain().value())) {
      if (suppressed.getOrDefault(target, Long.MAX_VALUE) < seen) {
        throw new Breach(NAME, stored.id(), target + " was suppressed before it was read");
      }
    }
  }
}
