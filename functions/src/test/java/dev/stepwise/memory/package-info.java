/** Every port in memory, with the conditions of the real ones: for tests and the simulator. */
@NullMarked
package dev.stepwise.memory;

import org.jspecify.annotations.NullMarked;
