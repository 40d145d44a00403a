/** Virtual time: a clock that flows and stands still, and the agenda of what becomes due. */
@NullMarked
package dev.stepwise.local.time;

import org.jspecify.annotations.NullMarked;
