/** Files that people send each other: taken in only as what their bytes are, kept without what they tell of places. */
@NullMarked
package dev.ramah.attachment;

import org.jspecify.annotations.NullMarked;
