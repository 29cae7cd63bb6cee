package dev.ramah.insight;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first episode of a customer that ended in a range, and what they bought.
 *
 * @param known whether the shop can tell
 */
record Following(FirstEpisode episode, boolean known, Bought bought) {

    /** All are as long, so that one after another lies in a row without anything between them. */
    private static final int BYTES = 8 * Long.BYTES + 3 * Integer.BYTES + 1;

    /** Stands for a moment that there isn't. */
    private static final long NEVER = Long.MIN_VALUE;

    /** To be read by {@link #read}; moments are microseconds since 1970. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        put(bytes, episode.customer());
        put(bytes, episode.conversation());
        bytes.putInt(episode.number());
        put(bytes, episode.ended());
        bytes.putInt(episode.treatment().number());
        bytes.putDouble(episode.waited() == null ? Double.NaN : episode.waited());
        bytes.put((byte) (known ? 1 : 0));
        put(bytes, bought.until());
        bytes.putInt(bought.earlier());
        put(bytes, bought.next());
        return bytes.array();
    }

    /** The next one of several. */
    static Following read(ByteBuffer bytes) {
        UUID customer = id(bytes);
        UUID conversation = id(bytes);
        int number = bytes.getInt();
        Instant ended = instant(bytes.getLong());
        Treatment treatment = Treatment.of(bytes.getInt());
        double waited = bytes.getDouble();
        return new Following(
                new FirstEpisode(
                        customer, conversation, number, ended, treatment, Double.isNaN(waited) ? null : waited),
                bytes.get() == 1,
                new Bought(moment(bytes), bytes.getInt(), moment(bytes)));
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void put(ByteBuffer bytes, @Nullable Instant moment) {
        bytes.putLong(moment == null ? NEVER : micros(moment));
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static @Nullable Instant moment(ByteBuffer bytes) {
        long micros = bytes.getLong();
        return micros == NEVER ? null : instant(micros);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
