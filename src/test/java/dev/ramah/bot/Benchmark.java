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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How good and how quick answers are. Its name keeps it out of the build; run it with
 * {@code mvn test -Dtest=Benchmark -Dbenchmark=PATH/one,PATH/other}, where {@code PATH/one.articles.ndjson} is an
 * import and {@code PATH/one.questions.ndjson} has lines of {@code text}, {@code article} (null: none answers it)
 * and {@code language}. It asks what a customer's message asks, database included.
 */
@RamahTest
class Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Articles articles;

    @Inject
    Shelves shelves;

    @Inject
    Answers answers;

    @Inject
    SentenceModel model;

    /** What became of one question. */
    private record Outcome(boolean answerable, boolean right, boolean answered, double confidence, double millis) {}

    @Test
    void measure() throws Exception {
        for (String set : System.getProperty("benchmark").split(",", -1)) {
            shelves.empty();
            try (InputStream lines = Files.newInputStream(Path.of(set + ".articles.ndjson"))) {
                articles.importLines(lines);
            }
            while (!shelves.ready()) {
                Thread.sleep(200);
            }
            report(Path.of(set).getFileName().toString(), ask(Path.of(set + ".questions.ndjson")));
        }
    }

    private List<Outcome> ask(Path questions) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (String line : Files.readAllLines(questions)) {
            JsonNode question = JSON.readTree(line);
            Asked asked = Asked.first(
                    question.get("text").asText(), question.path("language").asText("en"));
            long start = System.nanoTime();
            Answers.Answer answer = answers.answer(asked);
            double millis = (System.nanoTime() - start) / 1e6;
            boolean answerable = !question.path("article").isNull();
            Match best = answer.matches().get(0);
            boolean right =
                    answerable && best.article().equals(question.get("article").asText());
            boolean answered = answer.decision() instanceof Decision.Answer;
            outcomes.add(new Outcome(answerable, right, answered, best.confidence(), millis));
        }
        return outcomes;
    }

    private void report(String name, List<Outcome> all) {
        List<Outcome> inScope = all.stream().filter(Outcome::answerable).toList();
        List<Outcome> outside = all.stream().filter(each -> !each.answerable()).toList();
        System.out.printf(
                Locale.ROOT,
                "%-16s %5d questions  right %.3f  AUROC %.3f  ECE %.3f  answered %.3f (right %.3f)"
                        + "  unanswerable kept back %s  median %.1f ms  p99 %.1f ms  embedding %.1f ms%n",
                name,
                all.size(),
                share(inScope.stream().filter(Outcome::right).count(), inScope.size()),
                auroc(all),
                calibrationError(all),
                share(inScope.stream().filter(Outcome::answered).count(), inScope.size()),
                share(
                        inScope.stream()
                                .filter(each -> each.answered() && each.right())
                                .count(),
                        inScope.stream().filter(Outcome::answered).count()),
                outside.isEmpty()
                        ? "-"
                        : String.format(
                                Locale.ROOT,
                                "%.3f",
                                share(
                                        outside.stream()
                                                .filter(each -> !each.answered())
                                                .count(),
                                        outside.size())),
                quantile(all, 0.5),
                quantile(all, 0.99),
                embedding());
    }

    private static double share(long some, long all) {
        return all == 0 ? Double.NaN : (double) some / all;
    }

    /** How often a right one has more confidence than a wrong or unanswerable one; ties count half. */
    private static double auroc(List<Outcome> all) {
        double wins = 0;
        long pairs = 0;
        for (Outcome right : all) {
            for (Outcome wrong : all) {
                if (right.right() && !wrong.right()) {
                    pairs++;
                    wins += right.confidence() > wrong.confidence()
                            ? 1
                            : right.confidence() == wrong.confidence() ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    /** Expected calibration error over ten bins of equal width. */
    private static double calibrationError(List<Outcome> all) {
        double[] confidence = new double[10];
        double[] right = new double[10];
        for (Outcome each : all) {
            int bin = (int) Math.min(9, each.confidence() * 10);
            confidence[bin] += each.confidence();
            right[bin] += each.right() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            error += Math.abs(confidence[bin] - right[bin]) / all.size();
        }
        return error;
    }

    private static double quantile(List<Outcome> all, double share) {
        List<Outcome> sorted =
                all.stream().sorted(Comparator.comparingDouble(Outcome::millis)).toList();
        return sorted.get((int) (share * (sorted.size() - 1))).millis();
    }

    /** The median time of the sentence model alone. */
    private double embedding() {
        double[] millis = new double[101];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            model.meaning("Where can I see when my parcel number " + i + " arrives?");
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[50];
    }
}
