/** One customer's talk with us: the append-only log, whose turn it is, and the customer's socket. */
@NullMarked
package dev.ramah.conversation;

import org.jspecify.annotations.NullMarked;
