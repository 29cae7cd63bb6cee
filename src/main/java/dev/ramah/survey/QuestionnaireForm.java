package dev.ramah.survey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The questions of a survey in one version, which never changes. */
@Entity
@IdClass(QuestionnaireForm.Key.class)
@Table(name = "survey_form")
class QuestionnaireForm extends PanacheEntityBase {

    /** Which one it is. */
    record Key(UUID survey, int number) implements Serializable {}

    @Id
    UUID survey;

    @Id
    int number;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Form form;

    @Column
    Instant at;

    protected QuestionnaireForm() {}

    QuestionnaireForm(UUID survey, int number, Form form, Instant at) {
        this.survey = survey;
        this.number = number;
        this.form = form;
        this.at = at;
    }

    static Form of(UUID survey, int number) {
        return QuestionnaireForm.<QuestionnaireForm>findById(new Key(survey, number)).form;
    }
}
