/** One-shot timers that wake an enrollment. */
@NullMarked
package dev.stepwise.timer;

import org.jspecify.annotations.NullMarked;
