/** Runs the template's functions as Lambda would: by request, by queue, by the clock. */
@NullMarked
package dev.stepwise.local.lambda;

import org.jspecify.annotations.NullMarked;
