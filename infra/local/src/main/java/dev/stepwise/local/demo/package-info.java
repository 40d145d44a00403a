/** The demonstration: a whole sequence, and prospects who answer it, in half a minute. */
@NullMarked
package dev.stepwise.local.demo;

import org.jspecify.annotations.NullMarked;
