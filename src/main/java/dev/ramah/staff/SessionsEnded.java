package dev.ramah.staff;

import java.util.UUID;

/**
 * A CDI event, fired after the commit: sessions of this account are over, because they signed out somewhere, chose a
 * new password or were deactivated. Whoever holds a connection of theirs asks {@link Accounts#signedIn} again.
 */
public record SessionsEnded(UUID account) {}
