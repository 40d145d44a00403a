@NullMarked
package dev.stepwise.local.gateway;

import org.jspecify.annotations.NullMarked;
