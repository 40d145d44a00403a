/** A step's mail: tokens, rendering, signed links and addresses, and the port that sends it. */
@NullMarked
package dev.stepwise.mail;

import org.jspecify.annotations.NullMarked;
