/** Manual steps that wait for the rep. */
@NullMarked
package dev.stepwise.task;

import org.jspecify.annotations.NullMarked;
