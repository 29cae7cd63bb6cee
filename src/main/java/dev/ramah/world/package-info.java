/** The sample world, on request only: a coffee shop with articles, orders, staff and a past. Nobody uses it. */
@NullMarked
package dev.ramah.world;

import org.jspecify.annotations.NullMarked;
