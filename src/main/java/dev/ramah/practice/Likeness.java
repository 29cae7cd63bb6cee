package dev.ramah.practice;

/** How alike two texts are in what they mean. */
interface Likeness {

    /** From -1 to 1; with the sentence model unrelated texts are near 0.5. */
    double of(String one, String other);
}
