/** What managers read. It writes nothing, and nobody uses it. */
@NullMarked
package dev.ramah.insight;

import org.jspecify.annotations.NullMarked;
