package dev.ramah.practice;

import dev.ramah.platform.Problem;

/**
 * What counts how much, as managers set it. What can't be judged is left out, and the rest counts for the whole.
 *
 * @param facts the weight of not asking again, 0 to 100; as the next three
 * @param article of using the right article
 * @param tone which only a chat model judges
 * @param time of answering in time
 * @param seconds which an answer may take, 10 to 3,600
 * @param passes the score from which on it is passed, 0 to 100
 */
record Marking(int facts, int article, int tone, int time, int seconds, int passes) {

    static final Marking USUAL = new Marking(30, 30, 20, 20, 120, 70);

    Marking checked() {
        for (int each : new int[] {facts, article, tone, time}) {
            expect(each >= 0 && each <= 100, "Weights are 0 to 100.");
        }
        expect(facts + article + time > 0, "Something besides the tone has to count.");
        expect(seconds >= 10 && seconds <= 3_600, "seconds is 10 to 3,600.");
        expect(passes >= 0 && passes <= 100, "passes is 0 to 100.");
        return this;
    }

    int weight(Criterion of) {
        return switch (of) {
            case FACTS -> facts;
            case ARTICLE -> article;
            case TONE -> tone;
            case TIME -> time;
        };
    }

    private static void expect(boolean right, String otherwise) {
        if (!right) {
            throw Problem.invalid(otherwise);
        }
    }
}
