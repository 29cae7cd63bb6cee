package dev.ramah.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Books what arrives of one run: when, at which side, how often and in which order. All of it happens on the one
 * event loop; others may read the counters at any time and the rest when the run is over.
 */
final class Book implements Talks.Hears {

    private static final int NOT = -1;
    private static final int REFUSED = -2;

    private final String mark;
    private final Schedule schedule;
    private final long start;

    /** By message: microseconds from when it was due to when it was there, and the number it had. */
    private final int[] delivered;

    private final int[] acknowledged;
    private final int[] seq;

    /** By receiver, which is a conversation and a side: the newest number, and the newest message from each side. */
    private final int[] newestSeq;

    private final int[] newestMessage;

    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private int doubled;
    private int reordered;

    /** The client ids of a run begin with its mark; times count from {@code start}, in {@link System#nanoTime}. */
    Book(String mark, Schedule schedule, int conversations, long start) {
        this.mark = mark;
        this.schedule = schedule;
        this.start = start;
        delivered = filled(schedule.messages());
        acknowledged = filled(schedule.messages());
        seq = filled(schedule.messages());
        newestSeq = filled(2 * conversations);
        newestMessage = filled(4 * conversations);
    }

    private static int[] filled(int size) {
        int[] all = new int[size];
        Arrays.fill(all, NOT);
        return all;
    }

    @Override
    public void heard(boolean atAgent, String frame) {
        long now = System.nanoTime();
        int message = Scan.number(frame, "\"clientId\":\"" + mark);
        if (message < 0 || message >= schedule.messages()) {
            return;
        }
        if (frame.contains("\"type\":\"problem\"")) {
            acknowledged[message] = REFUSED;
            refused.incrementAndGet();
            return;
        }
        int micros = (int) ((now - start - schedule.due(message)) / 1_000);
        boolean own = schedule.byAgent(message) == atAgent;
        int[] arrived = own ? acknowledged : delivered;
        if (arrived[message] != NOT) {
            doubled++;
            return;
        }
        arrived[message] = Math.max(0, micros);
        int number = Scan.number(frame, "\"seq\":");
        order(schedule.conversation(message) * 2 + (atAgent ? 1 : 0), own, message, number);
        if (own) {
            acknowledgements.incrementAndGet();
        } else {
            seq[message] = number;
            deliveries.incrementAndGet();
        }
    }

    /** Numbers only grow at a receiver, and what one side says arrives in the order in which it was said. */
    private void order(int receiver, boolean own, int message, int number) {
        int sender = receiver * 2 + (own ? 1 : 0);
        if ((number >= 0 && number <= newestSeq[receiver]) || message < newestMessage[sender]) {
            reordered++;
        }
        newestSeq[receiver] = Math.max(newestSeq[receiver], number);
        newestMessage[sender] = Math.max(newestMessage[sender], message);
    }

    String mark() {
        return mark;
    }

    int deliveries() {
        return deliveries.get();
    }

    /** How many are answered at both sides. */
    int done() {
        return Math.min(deliveries.get(), acknowledgements.get()) + refused.get();
    }

    int refused() {
        return refused.get();
    }

    int doubled() {
        return doubled;
    }

    int reordered() {
        return reordered;
    }

    /** Of the first {@code sent}, those that never arrived at the other side though nobody refused them. */
    int lost(int sent) {
        int lost = 0;
        for (int i = 0; i < sent; i++) {
            lost += delivered[i] == NOT && acknowledged[i] != REFUSED ? 1 : 0;
        }
        return lost;
    }

    /** Of those from {@code first} to before {@code end}. */
    Latencies delivered(int first, int end) {
        return new Latencies(Arrays.copyOfRange(delivered, first, end));
    }

    /** Of those from {@code first} to before {@code end}. */
    Latencies acknowledged(int first, int end) {
        return new Latencies(Arrays.copyOfRange(acknowledged, first, end));
    }

    /** Deliveries a second, from when {@code first} was due to when the last before {@code end} was there. */
    double rate(int first, int end) {
        long last = 0;
        int count = 0;
        for (int i = first; i < end; i++) {
            if (delivered[i] != NOT) {
                count++;
                last = Math.max(last, schedule.due(i) + delivered[i] * 1_000L);
            }
        }
        return count == 0 ? 0 : count * 1e9 / (last - schedule.due(first));
    }

    /** Whether it arrived at the other side, and under this number. */
    boolean wasDelivered(int message) {
        return delivered[message] != NOT;
    }

    boolean wasAcknowledged(int message) {
        return acknowledged[message] >= 0;
    }

    int seq(int message) {
        return seq[message];
    }

    int messages() {
        return schedule.messages();
    }
}
