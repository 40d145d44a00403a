/** The functions as Lambda runs them: from the zip, under its own runtime client. */
@NullMarked
package dev.stepwise.local.packaged;

import org.jspecify.annotations.NullMarked;
