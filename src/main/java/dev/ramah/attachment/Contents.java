package dev.ramah.attachment;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Where the bytes of files lie. They are written once, and read or dropped whole. */
interface Contents {

    /** Keeps them, in the transaction of the caller. */
    void keep(UUID attachment, byte[] bytes);

    Optional<byte[]> of(UUID attachment);

    /** Those that are not there are dropped already. */
    void drop(Collection<UUID> attachments);
}
