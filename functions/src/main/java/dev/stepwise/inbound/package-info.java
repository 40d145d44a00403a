/** Mail that came in: what SES says of it, and what it consists of. */
@NullMarked
package dev.stepwise.inbound;

import org.jspecify.annotations.NullMarked;
