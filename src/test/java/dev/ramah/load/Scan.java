package dev.ramah.load;

/**
 * Finds one field in a frame without reading the rest: the tool shares its machine with what it measures. Both
 * servers write JSON without spaces; a quote inside of a text is escaped, so a field's name can't be part of one.
 */
final class Scan {

    private Scan() {}

    /** The number that follows this; -1 if it isn't there. */
    static int number(String frame, String before) {
        int at = frame.indexOf(before);
        if (at < 0) {
            return -1;
        }
        int number = 0;
        for (int i = at + before.length(); i < frame.length(); i++) {
            int digit = frame.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
