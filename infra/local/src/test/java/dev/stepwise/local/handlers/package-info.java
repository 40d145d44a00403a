@NullMarked
package dev.stepwise.local.handlers;

import org.jspecify.annotations.NullMarked;
