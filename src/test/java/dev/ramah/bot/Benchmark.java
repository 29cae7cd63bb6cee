package dev.ramah.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.knowledge.Articles;
import dev.ramah.knowledge.Match;
import dev.ramah.knowledge.Shelves;
import dev.ramah.language.SentenceModel;
import dev.ramah.platform.RamahTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How good and how quick answers are. Its name keeps it out of the build; run it with
 * {@code mvn test -Dtest=Benchmark -Dbenchmark=PATH/one,PATH/other}, where {@code PATH/one.articles.ndjson} is an
 * import and {@code PATH/one.questions.ndjson} has lines of {@code text}, {@code article} (null: none answers it)
 * and {@code language}. It asks what a customer's message asks, database included. With
 * {@code -Dbenchmark.typos=true} every question is asked as someone in a hurry would type it.
 */
@RamahTest
class Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Enough for the compiler to have seen the path that is timed.
    private static final int WARM_UP = 300;

    @Inject
    Articles articles;

    @Inject
    Shelves shelves;

    @Inject
    Answers answers;

    @Inject
    BotConfig config;

    @Inject
    SentenceModel model;

    private record Question(Asked asked, String article) {}

    @Test
    void measure() throws Exception {
        for (String set : System.getProperty("benchmark").split(",", -1)) {
            shelves.empty();
            try (InputStream lines = Files.newInputStream(Path.of(set + ".articles.ndjson"))) {
                articles.importLines(lines);
            }
            until(shelves::embedded);
            long began = System.nanoTime();
            until(shelves::ready);
            double training = (System.nanoTime() - began) / 1e9;
            List<Question> questions = questions(Path.of(set + ".questions.ndjson"));
            questions.stream().limit(WARM_UP).forEach(each -> answers.answer(each.asked()));
            Measured measured = new Measured(questions.stream().map(this::ask).toList());
            System.out.printf(
                    Locale.ROOT,
                    "%n%s%n%s  training      %.1f s with all texts embedded%n  memory        %d MB resident%n",
                    Path.of(set).getFileName(),
                    measured.report(config.risk()),
                    training,
                    resident());
        }
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    private static List<Question> questions(Path file) throws IOException {
        Random random = new Random(1);
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode read = JSON.readTree(line);
            String text = read.get("text").asText();
            String typed = Boolean.getBoolean("benchmark.typos") ? Typos.in(text, random) : text;
            Asked asked = Asked.first(typed, read.path("language").asText("en"));
            questions.add(new Question(asked, read.path("article").asText("")));
        }
        return questions;
    }

    /** The sentence model reads the same text right before, for comparison. */
    private Measured.Outcome ask(Question question) {
        long began = System.nanoTime();
        model.meaning(question.asked().question());
        long read = System.nanoTime();
        Answers.Answer answer = answers.answer(question.asked());
        long answered = System.nanoTime();
        List<Match> found = answer.matches();
        boolean answerable = !question.article().isEmpty();
        return new Measured.Outcome(
                answerable,
                answerable && !found.isEmpty() && found.get(0).article().equals(question.article()),
                found.isEmpty() ? 0 : found.get(0).confidence(),
                Measured.RISKS.stream()
                        .filter(risk -> answers.answer(question.asked(), risk).decision() instanceof Decision.Answer)
                        .collect(Collectors.toSet()),
                (answered - read) / 1e6,
                (read - began) / 1e6);
    }

    /** Megabytes that this process, tests included, holds in memory; 0 where the system doesn't say. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .sum();
    }
}
