/** Paces and ledgers. */
@NullMarked
package dev.stepwise.pacing;

import org.jspecify.annotations.NullMarked;
