package dev.ramah.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whoever has customers asked something by mail. */
public interface Invites {

    /**
     * What a mail leads to.
     *
     * @param path on this installation, from the slash on
     * @param again whether they were written to about it before
     */
    record Invite(String path, Instant expires, boolean again) {}

    /** Where the mail about this leads, made as it is sent; nothing if there is nothing to ask any more. */
    Optional<Invite> invite(UUID about);
}
