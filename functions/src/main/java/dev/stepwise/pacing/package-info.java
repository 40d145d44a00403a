/** How many mails of one sender leave, and how close to each other. Pure Java. */
@NullMarked
package dev.stepwise.pacing;

import org.jspecify.annotations.NullMarked;
