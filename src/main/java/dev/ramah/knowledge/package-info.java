/** The help articles: import, languages, index, and the passages for a question. Lucene stays in here. */
@NullMarked
package dev.ramah.knowledge;

import org.jspecify.annotations.NullMarked;
