/**
 * The real use cases on ports in memory, under a seeded schedule of virtual time and faults: every
 * promise is checked after every step.
 */
@NullMarked
package dev.stepwise.simulation;

import org.jspecify.annotations.NullMarked;
