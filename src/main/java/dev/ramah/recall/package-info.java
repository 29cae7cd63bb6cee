/** What a customer has told us: the facts in their words, and whether a question of ours is answered already. */
@NullMarked
package dev.ramah.recall;

import org.jspecify.annotations.NullMarked;
