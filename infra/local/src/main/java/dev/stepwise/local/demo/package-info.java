/** The demonstration: a whole sequence in half a minute. */
@NullMarked
package dev.stepwise.local.demo;

import org.jspecify.annotations.NullMarked;
