/** The person written to, and who may never be written to. */
@NullMarked
package dev.stepwise.contact;

import org.jspecify.annotations.NullMarked;
