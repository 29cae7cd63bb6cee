/** Asks how it went and keeps the answer. */
@NullMarked
package dev.ramah.feedback;

import org.jspecify.annotations.NullMarked;
