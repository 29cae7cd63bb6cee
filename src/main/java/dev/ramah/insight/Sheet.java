package dev.ramah.insight;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

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

    /** How many, and milliseconds. */
    private record Full(long n, long millis) {

        Full plus(Full other) {
            return new Full(n + other.n, millis + other.millis);
        }

        boolean isEmpty() {
            return n == 0 && millis == 0;
        }
    }

    private final SortedMap<Integer, SortedMap<Integer, Full>> keys = new TreeMap<>();

    void add(int key, int cell, long n, long millis) {
        keys.computeIfAbsent(key, none -> new TreeMap<>()).merge(cell, new Full(n, millis), Full::plus);
    }

    byte[] counts() {
        return written(cell -> cell < Tally.TIMES);
    }

    byte[] times() {
        return written(cell -> cell >= Tally.TIMES);
    }

    private byte[] written(IntPredicate wanted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        keys.forEach((key, cells) -> {
            Map<Integer, Full> full = new TreeMap<>(cells);
            full.entrySet()
                    .removeIf(each ->
                            !wanted.test(each.getKey()) || each.getValue().isEmpty());
            if (full.isEmpty()) {
                return;
            }
            write(key, bytes);
            write(full.size(), bytes);
            int before = 0;
            for (Map.Entry<Integer, Full> each : full.entrySet()) {
                write(each.getKey() - before, bytes);
                before = each.getKey();
                write(each.getValue().n(), bytes);
                if (before >= Tally.TIMES) {
                    write(each.getValue().millis(), bytes);
                }
            }
        });
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
