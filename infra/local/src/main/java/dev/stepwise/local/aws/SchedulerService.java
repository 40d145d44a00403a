package dev.stepwise.local.aws;

import java.util.List;

/** Skeleton. */
public final class SchedulerService {
  /** Makes a schedule group known; without it creating a schedule in it fails. */
  public void declareGroup(String name) {}

  /** Armed timers, earliest first. */
  public List<Timer> timers() {
    return List.of();
  }
}
