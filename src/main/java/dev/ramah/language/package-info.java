/** The sentence model, chat models, and what a third party may see: the only room that knows LangChain4j. */
@NullMarked
package dev.ramah.language;

import org.jspecify.annotations.NullMarked;
