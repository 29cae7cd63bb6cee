package dev.ramah.bot;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question of the test bench, and what somebody decided that it should get. */
@Entity
@Table(name = "bench_question")
class Probe extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column
    String text = "";

    @Column
    String language = "";

    /** The key of the article that answers it; null when it is a person's. */
    @Column
    @Nullable String article;

    @Column(name = "added_at")
    Instant addedAt = Instant.EPOCH;

    protected Probe() {}

    Probe(String text, String language, @Nullable String article, Instant addedAt) {
        this.text = text;
        this.language = language;
        this.article = article;
        this.addedAt = addedAt;
    }

    long number() {
        if (id == null) {
            throw new IllegalStateException("it is not stored yet");
        }
        return id;
    }

    /** Whether that is what should happen. */
    boolean isPassedBy(Got got) {
        return article == null
                ? got.outcome() == Outcome.ESCALATE
                : got.outcome() == Outcome.ANSWER && article.equals(got.article());
    }

    /** What it got: an article only with an answer. */
    record Got(Outcome outcome, @Nullable String article) {

        static Got of(Decision decision) {
            return new Got(
                    Outcome.of(decision),
                    decision instanceof Decision.Answer answer
                            ? answer.article().article()
                            : null);
        }
    }
}
