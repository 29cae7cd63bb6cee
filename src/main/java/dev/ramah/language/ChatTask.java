package dev.ramah.language;

import java.util.List;

/**
 * What a chat model is asked to do.
 *
 * @param instructions what it is, what it may do, and all that it may say it from
 * @param talk what was said so far, the oldest first; it ends with the customer
 * @param reasons names of reasons for which it may ask for a person
 * @param tools names of what it may look up; empty if there is nothing
 */
public record ChatTask(String instructions, List<Line> talk, List<String> reasons, List<String> tools) {

    /** Something that was said: by the customer, or to them. */
    public record Line(boolean byCustomer, String text) {}
}
