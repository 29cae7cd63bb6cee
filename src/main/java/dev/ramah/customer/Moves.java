package dev.ramah.customer;

import java.util.UUID;

/**
 * A room that keeps something under a customer's id. Each that does implements this, so that whoever turns out to be
 * another customer takes all of it along; it is called inside the transaction that makes one of the two.
 */
public interface Moves {

    /** What was that customer's is this one's; doing it twice changes nothing. */
    void move(UUID from, Guest to);
}
