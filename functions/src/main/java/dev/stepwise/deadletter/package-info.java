/** Messages that no attempt could work, and what they still mean. */
@NullMarked
package dev.stepwise.deadletter;

import org.jspecify.annotations.NullMarked;
