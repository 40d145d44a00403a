/** A small HTTP server: requests in, replies out, on this machine only. */
@NullMarked
package dev.stepwise.local.http;

import org.jspecify.annotations.NullMarked;
