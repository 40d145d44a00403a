@NullMarked
package dev.stepwise.local.template;

import org.jspecify.annotations.NullMarked;
