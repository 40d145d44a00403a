package dev.stepwise.doctor;

import java.util.List;

/** Looks at one thing; may throw what the SDK throws. */
interface Check {
  List<Finding> look();
}
