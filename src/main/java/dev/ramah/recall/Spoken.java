package dev.ramah.recall;

import dev.ramah.conversation.Role;

/** Something that was said, as the entry with this number of its conversation. */
public record Spoken(int seq, Role by, String text) {

    boolean isByCustomer() {
        return by == Role.CUSTOMER;
    }
}
