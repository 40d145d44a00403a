@NullMarked
package dev.stepwise.sending;

import org.jspecify.annotations.NullMarked;
