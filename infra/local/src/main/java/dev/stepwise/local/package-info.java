/** The local system: the deployed template on one JVM, with virtual time. */
@NullMarked
package dev.stepwise.local;

import org.jspecify.annotations.NullMarked;
