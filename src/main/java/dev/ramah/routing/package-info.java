/** Who is next, who is the right person for them, and how long that takes: rules on plain values, with no database. */
@NullMarked
package dev.ramah.routing;

import org.jspecify.annotations.NullMarked;
