package dev.ramah.theme;

import dev.ramah.language.SentenceModel;
import dev.ramah.language.Vector;
import dev.ramah.theme.Grouping.Rule;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * When complaints are alike to the sentence model that is there: what is known of the shipped one, or for one of the shop's
 * own what it says of complaints of which it is known whether they mean the same ({@code theme/yardstick.txt}).
 */
@Singleton
class Yardstick {

    private static final Logger LOG = Logger.getLogger(Yardstick.class);

    private final SentenceModel sentences;

    private volatile @Nullable Rule known;

    Yardstick(SentenceModel sentences) {
        this.sentences = sentences;
    }

    /** A line of what is known, and what it is about. */
    private record Line(String about, String words) {}

    /** Measured once, when it is first asked for. */
    Rule rule() {
        Rule rule = known;
        if (rule == null) {
            rule = sentences.readsOnlyEnglish() ? Rule.SHIPPED : measured();
            known = rule;
        }
        return rule;
    }

    private Rule measured() {
        List<Line> lines = WordFile.lines("yardstick.txt").stream()
                .map(each -> each.split(" ", 2))
                .map(each -> new Line(each[0], each[1]))
                .toList();
        Map<String, Vector> meanings =
                sentences.meanings(lines.stream().map(Line::words).toList());
        List<Double> alike = new ArrayList<>();
        List<Double> apart = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < i; j++) {
                Line one = lines.get(i);
                Line other = lines.get(j);
                double cosine = meaning(meanings, one).cosine(meaning(meanings, other));
                (one.about().equals(other.about()) ? alike : apart).add(cosine);
            }
        }
        Rule rule = Rule.of(mean(apart), mean(alike));
        LOG.infof(
                "To this sentence model what means the same is at %.2f, and else at %.2f: %s",
                mean(alike), mean(apart), rule);
        return rule;
    }

    private static Vector meaning(Map<String, Vector> meanings, Line of) {
        return Objects.requireNonNull(meanings.get(of.words()), of.words());
    }

    private static double mean(List<Double> cosines) {
        return cosines.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
