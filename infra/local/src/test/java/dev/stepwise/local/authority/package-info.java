@NullMarked
package dev.stepwise.local.authority;

import org.jspecify.annotations.NullMarked;
