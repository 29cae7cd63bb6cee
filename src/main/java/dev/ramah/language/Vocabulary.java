package dev.ramah.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The words that the sentence model reads as a whole; others it must read in pieces, which tell it little. */
public final class Vocabulary {

    /** Without any word, for tests and for languages that the model doesn't know. */
    public static final Vocabulary NONE = new Vocabulary(Map.of());

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final Map<String, Integer> ranks;

    private Vocabulary(Map<String, Integer> ranks) {
        this.ranks = ranks;
    }

    /** From a tokenizer's file; words stand there in the order of how common they are. */
    static Vocabulary read(InputStream tokenizer) {
        try {
            JsonNode words = new ObjectMapper().readTree(tokenizer).at("/model/vocab");
            Map<String, Integer> ranks = new HashMap<>();
            words.properties().forEach(each -> {
                if (WORD.matcher(each.getKey()).matches()) {
                    ranks.put(each.getKey(), each.getValue().asInt());
                }
            });
            return new Vocabulary(Map.copyOf(ranks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this word, in lower case, is one of three letters or more. */
    public boolean contains(String word) {
        return ranks.containsKey(word);
    }

    /** Lower is more common; the largest integer for a word that isn't there. */
    public int rank(String word) {
        return ranks.getOrDefault(word, Integer.MAX_VALUE);
    }
}
