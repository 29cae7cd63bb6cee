/** What a chat model makes of a conversation for whoever takes it: shorter than the log, never without it, and proved. */
@NullMarked
package dev.ramah.summary;

import org.jspecify.annotations.NullMarked;
