/** What every adapter of a port must do, whether in memory or on AWS. */
@NullMarked
package dev.stepwise.contract;

import org.jspecify.annotations.NullMarked;
