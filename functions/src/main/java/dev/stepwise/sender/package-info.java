/** The rep in whose name mail goes out. */
@NullMarked
package dev.stepwise.sender;

import org.jspecify.annotations.NullMarked;
