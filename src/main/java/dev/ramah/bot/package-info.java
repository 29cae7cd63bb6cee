/** Takes the bot's turn: answers from the articles, asks back, or asks for a person by a named rule. */
@NullMarked
package dev.ramah.bot;

import org.jspecify.annotations.NullMarked;
