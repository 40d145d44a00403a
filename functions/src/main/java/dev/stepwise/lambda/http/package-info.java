/** The HTTP API's common parts: routes, strict bodies, problem documents, who may do what. */
@NullMarked
package dev.stepwise.lambda.http;

import org.jspecify.annotations.NullMarked;
