package dev.ramah.desk;

import java.time.Instant;

/**
 * A moment by which a customer is to be helped.
 *
 * @param what {@code first} a person's first word, or {@code resolution}
 * @param near from when on it is near: a fifth of the time is left
 */
record Deadline(String what, Instant near, Instant due) {}
