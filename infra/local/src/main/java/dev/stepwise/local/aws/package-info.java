/** The AWS services that the functions call, as HTTP endpoints on this machine. */
@NullMarked
package dev.stepwise.local.aws;

import org.jspecify.annotations.NullMarked;
