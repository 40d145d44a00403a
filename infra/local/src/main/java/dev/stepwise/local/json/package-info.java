/** JSON as plain maps and lists, for the shapes that AWS documents. */
@NullMarked
package dev.stepwise.local.json;

import org.jspecify.annotations.NullMarked;
