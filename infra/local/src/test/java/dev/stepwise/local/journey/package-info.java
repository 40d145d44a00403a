/** Whole stories over HTTP, on virtual time, as an outside client lives them. */
@NullMarked
package dev.stepwise.local.journey;

import org.jspecify.annotations.NullMarked;
