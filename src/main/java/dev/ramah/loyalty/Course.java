package dev.ramah.loyalty;

import java.util.Arrays;

/** How it went with a group, day by day: how many had the event on it, and how many were not seen any longer after it. */
final class Course {

    private int[] events = new int[64];
    private int[] gone = new int[64];
    private int last;
    private int size;
    private int happened;

    /**
     * Adds one of the group.
     *
     * @param day of the event, or the last on which they were seen without it; at least 0
     */
    void add(int day, boolean event) {
        if (day >= events.length) {
            int room = Math.max(day + 1, 2 * events.length);
            events = Arrays.copyOf(events, room);
            gone = Arrays.copyOf(gone, room);
        }
        (event ? events : gone)[day]++;
        last = Math.max(last, day);
        size++;
        happened += event ? 1 : 0;
    }

    /** The last day on which anything is known. */
    int last() {
        return last;
    }

    int size() {
        return size;
    }

    /** How many had it at all. */
    int happened() {
        return happened;
    }

    int events(int day) {
        return day < events.length ? events[day] : 0;
    }

    /** Seen up to this day, and not later. */
    int gone(int day) {
        return day < gone.length ? gone[day] : 0;
    }

    /** Events and those not seen any longer. */
    int leaving(int day) {
        return events(day) + gone(day);
    }
}
