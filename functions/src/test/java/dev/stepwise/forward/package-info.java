@NullMarked
package dev.stepwise.forward;

import org.jspecify.annotations.NullMarked;
