/** Gestures of goodwill: what may be given, by whom and how much of it, and what was given to whom and why. */
@NullMarked
package dev.ramah.goodwill;

import org.jspecify.annotations.NullMarked;
