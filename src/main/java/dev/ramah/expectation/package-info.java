/** What customers who said nothing probably thought, learned from those who did: rules on plain values, with no database. */
@NullMarked
package dev.ramah.expectation;

import org.jspecify.annotations.NullMarked;
