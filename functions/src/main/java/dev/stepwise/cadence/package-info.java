/** When a step is due: delays, business days, send windows and holidays, as pure functions. */
@NullMarked
package dev.stepwise.cadence;

import org.jspecify.annotations.NullMarked;
