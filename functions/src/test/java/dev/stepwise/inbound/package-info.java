@NullMarked
package dev.stepwise.inbound;

import org.jspecify.annotations.NullMarked;
