package dev.stepwise.simulation;

import dev.stepwise.sequence.UnknownOutcome;
import java.util.List;

/** What a maze is about: the setting, what its third step is, and whether it is traced. */
record Plot(UnknownOutcome rule, boolean task, boolean traced) {
  /** All that are gone through. */
  static final List<Plot> ALL =
      List.of(
          new Plot(UnknownOutcome.ASK, true, false),
          new Plot(UnknownOutcome.RESEND, true, false),
          new Plot(UnknownOutcome.ASK, false, false),
          new Plot(UnknownOutcome.RESEND, false, false));

  /** The plot of that name. */
  static Plot named(String name) {
    return ALL.stream().filter(plot -> plot.name().equals(name)).findFirst().orElseThrow();
  }

  Plot withTrace() {
    return new Plot(rule, task, true);
  }

  String name() {
    return rule.wire() + (task ? "-task" : "-email");
  }
}
