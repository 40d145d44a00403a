/** What functions say of themselves: log lines and figures, both as JSON. */
@NullMarked
package dev.stepwise.lambda.log;

import org.jspecify.annotations.NullMarked;
