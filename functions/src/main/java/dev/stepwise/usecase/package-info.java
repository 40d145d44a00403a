/** One class a use case: find, decide, save, act. */
@NullMarked
package dev.stepwise.usecase;

import org.jspecify.annotations.NullMarked;
