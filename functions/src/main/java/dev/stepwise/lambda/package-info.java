/**
 * Lambda handlers and their wiring: the only place that sees AWS events, the environment, the
 * clock, ids and randomness.
 */
@NullMarked
package dev.stepwise.lambda;

import org.jspecify.annotations.NullMarked;
