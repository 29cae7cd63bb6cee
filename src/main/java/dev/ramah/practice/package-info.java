/** Agents rehearse on hard conversations of this desk, made anonymous; nothing in here is said to a customer or counted. */
@NullMarked
package dev.ramah.practice;

import org.jspecify.annotations.NullMarked;
