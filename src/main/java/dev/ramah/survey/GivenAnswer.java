package dev.ramah.survey;

import dev.ramah.feedback.Rating;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer to one question, as it is kept. */
@Entity
@IdClass(GivenAnswer.Key.class)
@Table(name = "survey_answer")
class GivenAnswer extends PanacheEntityBase {

    /** Which one it is. */
    record Key(UUID ask, String question) implements Serializable {}

    @Id
    UUID ask;

    @Id
    String question;

    @Column
    @Nullable Integer number;

    @Column
    @Nullable String choice;

    /** Null when there were none, or the customer was erased. */
    @Column
    @Nullable String words;

    protected GivenAnswer() {}

    GivenAnswer(UUID ask, Answer answer) {
        this.ask = ask;
        this.question = answer.question().key();
        this.number = answer.number();
        this.choice = answer.choice();
        this.words = answer.words();
    }

    /** The marks of an asking are those that its log tells, wherever they were given. */
    static void follow(Ask ask, Rating rating) {
        for (Question each : ask.asks().questions()) {
            @Nullable Integer mark = each.kind().of(rating);
            if (mark != null) {
                GivenAnswer.<GivenAnswer>findByIdOptional(new Key(ask.id, each.key()))
                        .ifPresentOrElse(
                                kept -> kept.number = mark,
                                () -> new GivenAnswer(ask.id, new Answer(each, mark, null, null)).persist());
            }
        }
    }

    static List<GivenAnswer> of(UUID ask) {
        return list("ask", ask);
    }

    /** As they are to the questions of this form. */
    static List<Answer> read(Form form, UUID ask) {
        List<Answer> answers = new ArrayList<>();
        for (GivenAnswer each : of(ask)) {
            form.questions().stream()
                    .filter(question -> question.key().equals(each.question))
                    .forEach(question -> answers.add(new Answer(question, each.number, each.choice, each.words)));
        }
        return answers;
    }
}
