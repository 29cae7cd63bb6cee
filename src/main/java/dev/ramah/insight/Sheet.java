package dev.ramah.insight;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The figures of one stretch of time from one side: for each key, how much is in each cell of a {@link Tally}. Most cells
 * of most sheets are empty, so a sheet is written as its full ones: key, how many cells, and for each its distance from
 * the one before, how many, and for times how long in all; numbers of seven bits a byte, the sign in the lowest bit.
 */
final class Sheet {

    /** Which sheet: from which side, how many minutes it covers, and from when on in seconds since 1970. */
    record Id(Dimension dimension, int minutes, long start) {}

    /** Takes what a sheet holds. */
    interface Reader {
        void cell(int key, int cell, long n, long millis);
    }

    private static final int FEWEST = 16;

    private static final int CELL_BITS = 32;

    /** Nobody has this key. */
    private static final long FREE = -1;

    /**
     * Key and cell in one number, each where its hash leads or at the next free place, and beside it how many and how
     * long: a day's news fill a million cells, and objects of each took most of the time.
     */
    private long[] places = free(FEWEST);

    private long[] counted = new long[FEWEST];
    private long[] millis = new long[FEWEST];
    private int size;

    /** @param key at least 0, as is the cell */
    void add(int key, int cell, long n, long tookMillis) {
        long place = ((long) key << CELL_BITS) | cell;
        int at = at(place);
        if (places[at] == FREE) {
            if (2 * size >= places.length) {
                grow();
                at = at(place);
            }
            places[at] = place;
            size++;
        }
        counted[at] += n;
        millis[at] += tookMillis;
    }

    private int at(long place) {
        int last = places.length - 1;
        int at = (int) ((place * 0x9E3779B97F4A7C15L) >>> 40) & last;
        while (places[at] != place && places[at] != FREE) {
            at = (at + 1) & last;
        }
        return at;
    }

    private void grow() {
        long[] before = places;
        long[] n = counted;
        long[] took = millis;
        places = free(2 * before.length);
        counted = new long[places.length];
        millis = new long[places.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != FREE) {
                int at = at(before[i]);
                places[at] = before[i];
                counted[at] = n[i];
                millis[at] = took[i];
            }
        }
    }

    private static long[] free(int size) {
        long[] places = new long[size];
        Arrays.fill(places, FREE);
        return places;
    }

    /** Shows what it holds, but for what came to nothing; by key, and then by cell. */
    void each(Reader reader) {
        for (long place : full(cell -> true)) {
            int at = at(place);
            reader.cell((int) (place >>> CELL_BITS), (int) place, counted[at], millis[at]);
        }
    }

    private long[] full(IntPredicate wanted) {
        long[] full = new long[size];
        int n = 0;
        for (int i = 0; i < places.length; i++) {
            if (isFull(i) && wanted.test((int) places[i])) {
                full[n++] = places[i];
            }
        }
        Arrays.sort(full, 0, n);
        return Arrays.copyOf(full, n);
    }

    /** What came to nothing is none. */
    private boolean isFull(int at) {
        return places[at] != FREE && (counted[at] != 0 || millis[at] != 0);
    }

    boolean isEmpty() {
        return IntStream.range(0, places.length).noneMatch(this::isFull);
    }

    byte[] counts() {
        return written(cell -> cell < Tally.TIMES);
    }

    byte[] times() {
        return written(cell -> cell >= Tally.TIMES);
    }

    private byte[] written(IntPredicate wanted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long[] full = full(wanted);
        int next = 0;
        while (next < full.length) {
            long key = full[next] >>> CELL_BITS;
            int end = next;
            while (end < full.length && full[end] >>> CELL_BITS == key) {
                end++;
            }
            write(key, bytes);
            write(end - next, bytes);
            int before = 0;
            for (; next < end; next++) {
                int at = at(full[next]);
                int cell = (int) full[next];
                write(cell - before, bytes);
                before = cell;
                write(counted[at], bytes);
                if (cell >= Tally.TIMES) {
                    write(millis[at], bytes);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #counts} or {@link #times} wrote. */
    static void read(byte[] written, Reader reader) {
        Bytes bytes = new Bytes(written);
        while (bytes.hasMore()) {
            int key = (int) bytes.next();
            int cell = 0;
            for (long left = bytes.next(); left > 0; left--) {
                cell += (int) bytes.next();
                long n = bytes.next();
                reader.cell(key, cell, n, cell >= Tally.TIMES ? bytes.next() : 0);
            }
        }
    }

    private static void write(long number, ByteArrayOutputStream bytes) {
        long left = (number << 1) ^ (number >> 63);
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    private static final class Bytes {

        private final byte[] bytes;
        private int at;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        long next() {
            long number = 0;
            int shift = 0;
            byte each;
            do {
                each = bytes[at++];
                number |= (each & 0x7FL) << shift;
                shift += 7;
            } while (each < 0);
            return (number >>> 1) ^ -(number & 1);
        }
    }
}
