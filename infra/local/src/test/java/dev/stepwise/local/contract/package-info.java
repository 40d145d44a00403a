/** The AWS adapters keep every contract, on the local AWS. */
@NullMarked
package dev.stepwise.local.contract;

import org.jspecify.annotations.NullMarked;
