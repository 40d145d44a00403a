/** JSON as plain values. */
@NullMarked
package dev.stepwise.json;

import org.jspecify.annotations.NullMarked;
