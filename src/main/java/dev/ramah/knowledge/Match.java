package dev.ramah.knowledge;

import java.util.List;

/**
 * An article that may answer a question.
 *
 * @param article its key
 * @param passage the piece of it that answers best
 * @param needsPerson whether managers marked one of its tags as needing a person
 * @param score how near the question is, about 0.4 (nothing in common) to 1 (the same words)
 * @param confidence the calibrated probability that this article is the right one
 */
public record Match(
        String article,
        String language,
        String title,
        List<String> tags,
        Passage passage,
        boolean needsPerson,
        double score,
        double confidence) {}
