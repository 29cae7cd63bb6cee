/** What customers complain about, grouped by meaning: what they say, how often, whether it grows, and what is done about it. */
@NullMarked
package dev.ramah.theme;

import org.jspecify.annotations.NullMarked;
