/** Reads template.yaml as CloudFormation would, as far as the local system needs it. */
@NullMarked
package dev.stepwise.local.template;

import org.jspecify.annotations.NullMarked;
