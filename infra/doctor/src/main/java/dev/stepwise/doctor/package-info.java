/** Looks at a deployed stack and says what is to be mended. It reads only. */
@NullMarked
package dev.stepwise.doctor;

import org.jspecify.annotations.NullMarked;
