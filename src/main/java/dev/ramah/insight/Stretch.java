package dev.ramah.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that whole sheets cover, each of so many minutes. Times are seconds since 1970: {@code from} included, {@code to}
 * not. Sheets begin at whole multiples of their length in UTC.
 */
record Stretch(int minutes, long from, long to) {

    /** From the finest to the coarsest. Zones differ from UTC by whole quarters of an hour. */
    static final List<Integer> MINUTES = List.of(15, 24 * 60);

    static final int FINEST = MINUTES.get(0);

    private static final int HOUR = 60;

    /** The same of the side from which days and hours are read: a year of quarters is a lot to read. */
    static final List<Integer> WITH_HOURS = List.of(FINEST, HOUR, 24 * 60);

    private static final long SECONDS = 60;

    /** Where the sheet of this length begins that this moment falls into. */
    static long start(int minutes, Instant at) {
        long length = minutes * SECONDS;
        return Math.floorDiv(at.getEpochSecond(), length) * length;
    }

    /** What covers a range, but for less than a sheet at either end, with as few sheets as can be. */
    static List<Stretch> covering(Range range) {
        return covering(range, MINUTES);
    }

    /** The same with sheets of which each lies within one hour of the range's zone. */
    static List<Stretch> coveringFinely(Range range) {
        return covering(range, range.isOfWholeHours() ? List.of(FINEST, HOUR) : List.of(FINEST));
    }

    private static List<Stretch> covering(Range range, List<Integer> lengths) {
        return covering(up(FINEST, range.from()), start(FINEST, range.to()), lengths, lengths.size() - 1);
    }

    private static List<Stretch> covering(long from, long to, List<Integer> lengths, int level) {
        List<Stretch> stretches = new ArrayList<>();
        if (from >= to) {
            return stretches;
        }
        int minutes = lengths.get(level);
        long inner = up(minutes, Instant.ofEpochSecond(from));
        long outer = start(minutes, Instant.ofEpochSecond(to));
        if (inner >= outer) {
            return level == 0 ? stretches : covering(from, to, lengths, level - 1);
        }
        stretches.add(new Stretch(minutes, inner, outer));
        if (level > 0) {
            stretches.addAll(covering(from, inner, lengths, level - 1));
            stretches.addAll(covering(outer, to, lengths, level - 1));
        }
        return stretches;
    }

    /** What of a range the sheets do not cover: less than one at either end. */
    static List<Range> edges(Range range) {
        Instant inner = Instant.ofEpochSecond(up(FINEST, range.from()));
        Instant outer = Instant.ofEpochSecond(start(FINEST, range.to()));
        if (inner.isAfter(outer)) {
            return List.of(range);
        }
        List<Range> edges = new ArrayList<>();
        if (range.from().isBefore(inner)) {
            edges.add(new Range(range.from(), inner, range.zone()));
        }
        if (outer.isBefore(range.to())) {
            edges.add(new Range(outer, range.to(), range.zone()));
        }
        return edges;
    }

    private static long up(int minutes, Instant at) {
        long start = start(minutes, at);
        return Instant.ofEpochSecond(start).equals(at) ? start : start + minutes * SECONDS;
    }
}
