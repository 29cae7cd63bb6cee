/**
 * What managers read, and everybody about their own work. It writes nothing but what the log adds up to and what people
 * note about it, and nobody uses it.
 */
@NullMarked
package dev.ramah.insight;

import org.jspecify.annotations.NullMarked;
