/** Whether mail of this AWS account may leave at all. */
@NullMarked
package dev.stepwise.sending;

import org.jspecify.annotations.NullMarked;
