/** The adapters and a first journey on AWS-compatible endpoints that are not ours. */
@NullMarked
package dev.stepwise.local.elsewhere;

import org.jspecify.annotations.NullMarked;
