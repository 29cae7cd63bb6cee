/** The sentence model: the only room that knows LangChain4j. */
@NullMarked
package dev.ramah.language;

import org.jspecify.annotations.NullMarked;
