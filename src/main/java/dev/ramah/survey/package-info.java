/** Asks customers how it went: which questions, who is asked them and when, and what they answered. */
@NullMarked
package dev.ramah.survey;

import org.jspecify.annotations.NullMarked;
