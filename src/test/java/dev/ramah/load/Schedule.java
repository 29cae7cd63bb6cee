package dev.ramah.load;

import java.util.Random;

/**
 * Which message is due when, in which conversation and from which side. The loop is open: what is due does not wait
 * for what is late. A tenth of the messages come in bursts of three, at one moment, in one conversation, from one side.
 */
final class Schedule {

    private static final int BURST = 3;

    /** As many messages hold one burst, so that a tenth of all is in bursts. */
    private static final int GROUP = 10 * BURST;

    private static final int MOMENTS = GROUP - BURST + 1;

    private final double nanosAMoment;
    private final int[] conversation;
    private final boolean[] byAgent;

    /** The same seed gives the same schedule; the rate is in messages a second. */
    Schedule(int rate, int messages, int conversations, long seed) {
        nanosAMoment = 1e9 * GROUP / MOMENTS / rate;
        conversation = new int[messages];
        byAgent = new boolean[messages];
        Random random = new Random(seed);
        for (int i = 0; i < messages; i++) {
            boolean follows = i % GROUP >= MOMENTS;
            conversation[i] = follows ? conversation[i - 1] : random.nextInt(conversations);
            byAgent[i] = follows ? byAgent[i - 1] : random.nextBoolean();
        }
    }

    int messages() {
        return conversation.length;
    }

    /** In nanoseconds from the beginning. */
    long due(int message) {
        int moment = message / GROUP * MOMENTS + Math.min(message % GROUP, MOMENTS - 1);
        return (long) (moment * nanosAMoment);
    }

    int conversation(int message) {
        return conversation[message];
    }

    boolean byAgent(int message) {
        return byAgent[message];
    }
}
