/** What an agent need not write anew: canned replies, macros, suggestions, and colleagues who are called into a note. */
@NullMarked
package dev.ramah.replies;

import org.jspecify.annotations.NullMarked;
