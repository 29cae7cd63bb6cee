package dev.ramah.theme;

import dev.ramah.language.SentenceModel;
import dev.ramah.language.Tongues;
import dev.ramah.language.Vector;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SplittableRandom;

/** What customers say in words, as the sentence model reads it: in English or Indonesian, one as often as the other. */
@Singleton
class Spoken {

    private final SentenceModel sentences;
    private final Tongues tongues;
    private final Sayings sayings = new Sayings();

    Spoken(SentenceModel sentences, Tongues tongues) {
        this.sentences = sentences;
        this.tongues = tongues;
    }

    /** @param theme as {@link Outbreaks} counts them; those that break out stand first among the sayings */
    Vector of(SplittableRandom random, int theme) {
        List<String> subjects = sayings.subjects();
        String about = theme < 0 ? Sayings.OTHER : subjects.get((theme + Outbreaks.PLANTED) % subjects.size());
        String language = random.nextBoolean() ? "en" : "id";
        String words = sayings.of(random, about, language);
        return sentences.meaning(sentences.readsOnlyEnglish() ? Gloss.of(words, tongues.of(words, language)) : words);
    }
}
