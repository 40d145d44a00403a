@NullMarked
package dev.stepwise.local.demo;

import org.jspecify.annotations.NullMarked;
