/** The people of all tests, and what they hold in their hands: a browser's socket and a signed-in session. */
@NullMarked
package dev.ramah.cast;

import org.jspecify.annotations.NullMarked;
