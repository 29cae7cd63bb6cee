package dev.ramah.platform;

import dev.ramah.platform.Problem.Code;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How often this process said no, through which door, and why. */
final class Refusals {

    /** How it was told. */
    enum Door {
        SOCKET,
        REST
    }

    private static final Map<Door, Map<Code, LongAdder>> COUNTS = new EnumMap<>(Door.class);

    static {
        for (Door door : Door.values()) {
            Map<Code, LongAdder> counts = new EnumMap<>(Code.class);
            for (Code code : Code.values()) {
                counts.put(code, new LongAdder());
            }
            COUNTS.put(door, counts);
        }
    }

    private Refusals() {}

    static void count(Door door, Code code) {
        of(door, code).increment();
    }

    /** By the word that clients see; what only HTTP knows (405, 406, 415) is malformed to us. */
    static void count(Door door, String wire) {
        count(
                door,
                Stream.of(Code.values())
                        .filter(each -> each.wire().equals(wire))
                        .findFirst()
                        .orElse(Code.MALFORMED));
    }

    static LongAdder of(Door door, Code code) {
        return Objects.requireNonNull(Objects.requireNonNull(COUNTS.get(door)).get(code));
    }
}
