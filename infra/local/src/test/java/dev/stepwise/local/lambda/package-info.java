@NullMarked
package dev.stepwise.local.lambda;

import org.jspecify.annotations.NullMarked;
