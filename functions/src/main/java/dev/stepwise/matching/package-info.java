/** Which enrollments a mail that came in answers. */
@NullMarked
package dev.stepwise.matching;

import org.jspecify.annotations.NullMarked;
