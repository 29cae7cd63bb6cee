package dev.ramah.recall;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Set;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/** A language whose facts and questions we understand. */
enum Tongue {
    ENGLISH("en", SnowballStemmer.ALGORITHM.ENGLISH),
    INDONESIAN("id", SnowballStemmer.ALGORITHM.INDONESIAN);

    static final List<Tongue> ALL = List.of(values());

    final ULocale locale;
    private final SnowballStemmer.ALGORITHM algorithm;

    Tongue(String tag, SnowballStemmer.ALGORITHM algorithm) {
        this.locale = new ULocale(tag);
        this.algorithm = algorithm;
    }

    /** What is left of a word without its endings. Stemmers have a state, so each call has its own. */
    String stem(String word) {
        return new SnowballStemmer(algorithm).stem(word).toString();
    }

    /** The one whose little words these texts have more of; English where neither has. */
    static Tongue of(String plain) {
        Set<String> indonesian = Lexicon.little(INDONESIAN);
        Set<String> english = Lexicon.little(ENGLISH);
        int more = 0;
        for (String word : plain.split(" ", -1)) {
            more += indonesian.contains(word) ? 1 : 0;
            more -= english.contains(word) ? 1 : 0;
        }
        return more > 0 ? INDONESIAN : ENGLISH;
    }
}
