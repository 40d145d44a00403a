/** Passing answers on to the rep: the prospect's mail as it came, with a line of what was done. */
@NullMarked
package dev.stepwise.forward;

import org.jspecify.annotations.NullMarked;
