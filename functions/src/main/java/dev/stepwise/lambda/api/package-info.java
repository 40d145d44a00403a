/** The routes of the HTTP API: bodies in, use cases, views out. */
@NullMarked
package dev.stepwise.lambda.api;

import org.jspecify.annotations.NullMarked;
