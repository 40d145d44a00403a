/** Stepwise: sequences of one-to-one emails and tasks, each contact on its own timeline. */
@NullMarked
package dev.stepwise;

import org.jspecify.annotations.NullMarked;
