package dev.ramah.knowledge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A tag that managers said something about: whether its questions go to a person. */
@Entity
class Topic extends PanacheEntityBase {

    @Id
    String tag = "";

    @Column(name = "needs_person")
    boolean needsPerson;

    protected Topic() {}

    Topic(String tag, boolean needsPerson) {
        this.tag = tag;
        this.needsPerson = needsPerson;
    }
}
