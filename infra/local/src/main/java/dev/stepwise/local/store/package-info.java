/** Named maps that survive the process when they are given a directory. */
@NullMarked
package dev.stepwise.local.store;

import org.jspecify.annotations.NullMarked;
