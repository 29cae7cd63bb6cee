/** What the product promises while processes, connections and databases die. */
@NullMarked
package dev.ramah.fault;

import org.jspecify.annotations.NullMarked;
