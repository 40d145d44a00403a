/** The HTTP API in front of the functions, as API Gateway serves it. */
@NullMarked
package dev.stepwise.local.gateway;

import org.jspecify.annotations.NullMarked;
