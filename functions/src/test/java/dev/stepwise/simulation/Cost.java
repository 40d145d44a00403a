package dev.stepwise.simulation;

/** A fault that is more than one of those that may be in all. */
interface Cost {
  /** What it is counted as; a fault that does not say is one. */
  int faults();

  static int of(Object kind) {
    return kind instanceof Cost cost ? cost.faults() : 1;
  }
}
