/**
 * The calls that only the local system has: clock, outbox, inbound mail, faults, timers,
 * invocations.
 */
@NullMarked
package dev.stepwise.local.control;

import org.jspecify.annotations.NullMarked;
