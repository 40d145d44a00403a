/** The demonstration: a whole sequence, and prospects who answer it, in a minute. */
@NullMarked
package dev.stepwise.local.demo;

import org.jspecify.annotations.NullMarked;
