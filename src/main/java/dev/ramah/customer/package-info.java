/** Who is on the other end: identity, profile, and what they bought. */
@NullMarked
package dev.ramah.customer;

import org.jspecify.annotations.NullMarked;
