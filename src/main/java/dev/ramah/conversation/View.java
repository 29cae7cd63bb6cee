package dev.ramah.conversation;

/** Who looks at a conversation: the customer, or staff, who also see private notes. */
public enum View {
    CUSTOMER,
    STAFF;

    boolean shows(Entry entry) {
        return this == STAFF || !entry.what().isPrivate();
    }
}
