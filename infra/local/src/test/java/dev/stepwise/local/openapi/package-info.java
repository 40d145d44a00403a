/** What infra/openapi.yaml says, held against what is asked and answered. */
@NullMarked
package dev.stepwise.local.openapi;

import org.jspecify.annotations.NullMarked;
