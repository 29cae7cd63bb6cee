package dev.ramah.conversation;

import java.util.Arrays;
import java.util.List;

/** A few numbers in one column, as "1 3": the log sends its columns as arrays, which hold no lists. */
final class Numbers {

    private Numbers() {}

    static List<Integer> in(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(" ", -1)).map(Integer::valueOf).toList();
    }

    static String with(String column, int number) {
        return column.isEmpty() ? "" + number : column + " " + number;
    }
}
