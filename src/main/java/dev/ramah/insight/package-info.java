/** What managers read. It writes nothing but what the log adds up to, and nobody uses it. */
@NullMarked
package dev.ramah.insight;

import org.jspecify.annotations.NullMarked;
