package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article made ready for questions; it never changes.
 *
 * @param asked what customers ask: the title and the example questions
 * @param passages what it answers, in the order of the article
 * @param meanings of all of these, or null as long as they are being computed
 */
record Shelved(Draft draft, long changed, List<String> asked, List<Passage> passages, @Nullable Meanings meanings) {

    static Shelved of(Draft draft, long changed) {
        List<String> asked =
                new ArrayList<>(new LinkedHashSet<>(Stream.concat(Stream.of(draft.title()), draft.questions().stream())
                        .toList()));
        return new Shelved(draft, changed, asked, Passages.of(draft.body()), null);
    }

    String key() {
        return draft.key();
    }

    /** Everything the sentence model and the lexicon have to read. */
    List<String> texts() {
        return Stream.concat(asked.stream(), passages.stream().map(this::inContext))
                .toList();
    }

    private String inContext(Passage passage) {
        return passage.text().equals(draft.title()) ? passage.text() : passage.inContext(draft.title());
    }

    /** The same, if all of its texts are known by now. */
    Shelved with(Map<String, Vector> known) {
        List<Vector> vectors = new ArrayList<>();
        for (String text : texts()) {
            Vector vector = known.get(text);
            if (vector == null) {
                return this;
            }
            vectors.add(vector);
        }
        return with(new Meanings(vectors, asked.size()));
    }

    Shelved with(Meanings others) {
        return new Shelved(draft, changed, asked, passages, others);
    }
}
