/** Sequences, their immutable versions, steps and settings. */
@NullMarked
package dev.stepwise.sequence;

import org.jspecify.annotations.NullMarked;
