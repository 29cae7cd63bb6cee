/** Whether customers buy again after they were served, and who does: rules on plain values, with no database. */
@NullMarked
package dev.ramah.loyalty;

import org.jspecify.annotations.NullMarked;
