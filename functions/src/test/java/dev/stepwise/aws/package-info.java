/** Tests of the adapters that need no AWS. */
@NullMarked
package dev.stepwise.aws;

import org.jspecify.annotations.NullMarked;
