/** Mail from bytes: malformed and hostile mails too, within bounds of time and memory. */
@NullMarked
package dev.stepwise.mime;

import org.jspecify.annotations.NullMarked;
