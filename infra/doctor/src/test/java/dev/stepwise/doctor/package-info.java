@NullMarked
package dev.stepwise.doctor;

import org.jspecify.annotations.NullMarked;
