/** Requests that may come twice. */
@NullMarked
package dev.stepwise.idempotency;

import org.jspecify.annotations.NullMarked;
