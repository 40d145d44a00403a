/** A small HTTP server that the services stand behind, with their faults in front. */
@NullMarked
package dev.stepwise.local.aws.http;

import org.jspecify.annotations.NullMarked;
