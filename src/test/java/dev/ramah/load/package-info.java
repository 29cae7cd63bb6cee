/** How fast it is and whether it keeps its promise meanwhile, next to a bare relay and to pgbench. Not part of the build. */
@NullMarked
package dev.ramah.load;

import org.jspecify.annotations.NullMarked;
