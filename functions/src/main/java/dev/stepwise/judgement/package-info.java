/** What a mail that came in is: a human's answer, a machine's, or a report about our own mail. */
@NullMarked
package dev.stepwise.judgement;

import org.jspecify.annotations.NullMarked;
