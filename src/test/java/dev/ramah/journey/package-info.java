/** Stories that cross all rooms: over the real socket, and in a real browser. */
@NullMarked
package dev.ramah.journey;

import org.jspecify.annotations.NullMarked;
