/** The work of agents: queue, offers, hand-over brief, and the agents' socket. */
@NullMarked
package dev.ramah.desk;

import org.jspecify.annotations.NullMarked;
