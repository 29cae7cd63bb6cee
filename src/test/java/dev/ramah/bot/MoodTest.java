package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers write in eight languages, calm and upset; polite complaints are calm. */
class MoodTest {

    /** Of calm sentences: a person who is called for nothing costs little, a calm person called upset feels it. */
    private static final double MOST_CALM_CALLED_UPSET = 0.02;

    private static final double FEWEST_UPSET_SEEN = 0.8;

    private record Sentence(String language, boolean upset, String text) {}

    static List<String> languages() {
        return Voice.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void upsetIsRecognisedInEachLanguage(String language) throws IOException {
        List<Sentence> upset = sentences().stream()
                .filter(each -> each.upset() && each.language().equals(language))
                .toList();
        List<Sentence> missed = upset.stream().filter(each -> !isUpset(each)).toList();

        assertTrue(upset.size() >= 10);
        assertTrue(missed.size() <= (1 - FEWEST_UPSET_SEEN) * upset.size() + 1e-9, "missed: " + missed);
    }

    @Test
    void calmIsCalmEvenWhereItComplains() throws IOException {
        List<Sentence> calm = sentences().stream().filter(each -> !each.upset()).toList();
        List<Sentence> wrong = calm.stream().filter(MoodTest::isUpset).toList();

        assertTrue(calm.size() >= 200);
        assertTrue(wrong.size() <= MOST_CALM_CALLED_UPSET * calm.size(), "called upset: " + wrong);
    }

    /** Written before the lists of words were looked at again; nothing is tuned on these. */
    @Test
    void calmThatNobodyTunedForIsCalm() throws IOException {
        List<Sentence> calm = heldOut();
        List<Sentence> wrong = calm.stream().filter(MoodTest::isUpset).toList();

        assertTrue(calm.size() >= 200);
        assertTrue(wrong.size() <= MOST_CALM_CALLED_UPSET * calm.size(), "called upset: " + wrong);
    }

    private static List<Sentence> heldOut() throws IOException {
        try (InputStream stream = Objects.requireNonNull(MoodTest.class.getResourceAsStream("/mood/calm.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> !each.startsWith("#"))
                    .map(each -> each.split(" \\| ", 2))
                    .map(each -> new Sentence(each[0], false, each[1]))
                    .toList();
        }
    }

    private static boolean isUpset(Sentence sentence) {
        Decision decision = Rule.decide(
                new Situation(Asked.first(sentence.text(), sentence.language()), null, List.of(), 0.9, 0.6));
        return decision.rule() == Rule.UPSET;
    }

    private static List<Sentence> sentences() throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(MoodTest.class.getResourceAsStream("/bot/moods.ndjson"))) {
            new ObjectMapper()
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(stream)
                    .readAll()
                    .forEach(each -> sentences.add(new Sentence(
                            each.path("language").asText(),
                            each.path("mood").asText().equals("upset"),
                            each.path("text").asText())));
        }
        return sentences;
    }
}
