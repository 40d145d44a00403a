/** Content that nobody can change any more. */
@NullMarked
package dev.stepwise.local.bytes;

import org.jspecify.annotations.NullMarked;
