/** Meetings that booking tools tell of: who may tell, what they tell, and what has been told. */
@NullMarked
package dev.stepwise.booking;

import org.jspecify.annotations.NullMarked;
