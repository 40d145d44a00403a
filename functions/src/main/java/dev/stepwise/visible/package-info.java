/** What the author of a reply typed, apart from quotes, signatures, footers and legal notices. */
@NullMarked
package dev.stepwise.visible;

import org.jspecify.annotations.NullMarked;
