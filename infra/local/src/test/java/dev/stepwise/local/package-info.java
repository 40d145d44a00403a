@NullMarked
package dev.stepwise.local;

import org.jspecify.annotations.NullMarked;
