package dev.ramah.recall;

import java.util.ArrayList;
import java.util.List;

/** What customers did themselves before they asked, as they say it. */
public final class Tries {

    private static final Phrases TRIES = Phrases.named("marks.txt", "tries");

    private Tries() {}

    /** A sentence of theirs that tells of it, and the entry that it is in. */
    public record Tried(int seq, String text) {}

    public static List<Tried> in(List<Spoken> said) {
        List<Tried> tried = new ArrayList<>();
        for (Spoken each : said) {
            if (each.isByCustomer()) {
                Sentence.in(each.text(), Tongue.ENGLISH).stream()
                        .filter(sentence -> !sentence.asks() && TRIES.isIn(sentence.plain()))
                        .forEach(sentence -> tried.add(new Tried(each.seq(), sentence.raw())));
            }
        }
        return List.copyOf(tried);
    }
}
