/** Issues and publishes the local system's tokens. */
@NullMarked
package dev.stepwise.local.issuer;

import org.jspecify.annotations.NullMarked;
