/** The demonstration: four weeks of a sequence in half a minute. */
@NullMarked
package dev.stepwise.local.demo;

import org.jspecify.annotations.NullMarked;
