package dev.ramah.load;

import java.time.Duration;
import java.util.List;

/** A server under load: how one comes into conversation with it, and what it takes of the machine. */
interface Server extends AutoCloseable {

    String name();

    long pid();

    /** What it took of the processors so far. */
    Cpu cpu();

    /** Opens this many conversations, spread over this many agents, each of whom has one connection; see {@link Talks} for the tick. */
    Talks talks(int conversations, int agents, Duration tick) throws Exception;

    /** Makes this many customers known and tells how each comes back with what it missed. */
    List<Wires.Door> customers(int count) throws Exception;

    @Override
    void close();
}
