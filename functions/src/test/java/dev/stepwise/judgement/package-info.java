@NullMarked
package dev.stepwise.judgement;

import org.jspecify.annotations.NullMarked;
