/**
 * Switches that stop all of a sequence, of a sender or of the team, and how they are carried on.
 */
@NullMarked
package dev.stepwise.pause;

import org.jspecify.annotations.NullMarked;
