package dev.ramah.survey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A survey. Its questions are {@link QuestionnaireForm}s, for they change and answers stay with what was asked. */
@Entity
@Table(name = "survey")
class Questionnaire extends PanacheEntityBase {

    @Id
    UUID id;

    @Column
    String name;

    @Column(name = "is_on")
    boolean on;

    @Column
    int place;

    /** The number of the form that is asked now. */
    @Column
    int form;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Rules rules;

    @Column
    int version;

    protected Questionnaire() {}

    Questionnaire(UUID id, int place) {
        this.id = id;
        this.place = place;
    }

    /** All, the one that is looked at first before the others. */
    static List<Questionnaire> inOrder() {
        return listAll(Sort.by("place").and("id"));
    }

    /** What is asked now. */
    Form asked() {
        return QuestionnaireForm.of(id, form);
    }
}
