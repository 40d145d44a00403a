/** Mail in: SMTP and its HTTP twin hand mails to the receiving side as SES does. */
@NullMarked
package dev.stepwise.local.smtp;

import org.jspecify.annotations.NullMarked;
