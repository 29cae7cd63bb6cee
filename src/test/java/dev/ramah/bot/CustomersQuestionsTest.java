package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.knowledge.Articles;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What customers would ask the sample shop, written before looking at its articles. Someone read every answer and
 * noted the words in it that end the contact ({@code solves}, any of them), or that do no harm though they don't
 * ({@code harmless}). An answer with neither harms; asking back and asking for a person never do.
 */
@RamahTest
class CustomersQuestionsTest {

    // What was read when the marks were made; another processor may round a question at the edge to the other side.
    private static final int SOLVED = 46;
    private static final int HARMFUL = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Articles articles;

    @Inject
    Shelves shelves;

    @Inject
    Answers answers;

    enum Mark {
        SOLVED,
        HARMLESS,
        HARMFUL
    }

    record Marked(Mark mark, String question, String said) {}

    @BeforeEach
    void theSampleShop() throws Exception {
        shelves.empty();
        try (InputStream lines = resource("world/articles.ndjson")) {
            articles.importLines(lines);
        }
        Patience.until("the articles are learned", shelves::ready);
    }

    @Test
    void mostQuestionsAreSolvedAndHardlyAnyAnswerHarms() throws IOException {
        List<Marked> all = questions().stream().map(this::ask).toList();

        String unsolved = "harmful:\n%s\nharmless:\n%s".formatted(list(all, Mark.HARMFUL), list(all, Mark.HARMLESS));
        assertTrue(count(all, Mark.HARMFUL) <= HARMFUL, unsolved);
        assertTrue(count(all, Mark.SOLVED) >= SOLVED, unsolved);
    }

    private static List<JsonNode> questions() throws IOException {
        try (InputStream lines = resource("bot/customers-questions.ndjson")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(CustomersQuestionsTest::read)
                    .toList();
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name), name);
    }

    private Marked ask(JsonNode question) {
        String text = question.get("text").asText();
        String language = question.get("language").asText();
        Decision decision = answers.answer(Asked.first(text, language)).decision();
        String said = Voice.in(language).say(decision);
        boolean answered = decision instanceof Decision.Answer || decision instanceof Decision.AnswerEach;
        Mark mark = answered && holds(said, question.path("solves"))
                ? Mark.SOLVED
                : !answered || holds(said, question.path("harmless")) ? Mark.HARMLESS : Mark.HARMFUL;
        return new Marked(mark, text, decision.rule() + ": " + said);
    }

    private static boolean holds(String said, JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false).anyMatch(each -> said.contains(each.asText()));
    }

    private static long count(List<Marked> all, Mark mark) {
        return all.stream().filter(each -> each.mark() == mark).count();
    }

    private static String list(List<Marked> all, Mark mark) {
        return all.stream()
                .filter(each -> each.mark() == mark)
                .map(each -> each.question() + "\n    " + each.said().replace("\n", "\n    "))
                .collect(Collectors.joining("\n"));
    }
}
