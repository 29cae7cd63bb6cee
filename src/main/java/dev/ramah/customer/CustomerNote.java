package dev.ramah.customer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A version of what staff wrote down about a customer. */
@Entity
@Table(name = "customer_note")
@IdClass(CustomerNote.Key.class)
class CustomerNote extends PanacheEntityBase {

    record Key(UUID customer, int version) implements Serializable {}

    @Id
    UUID customer;

    @Id
    int version;

    @Column
    String text;

    @Column
    Instant at;

    @Column
    UUID author;

    @Column(name = "author_name")
    String authorName;

    /** The newest first. */
    static List<CustomerNote> of(UUID customer) {
        return list("customer = ?1 order by version desc", customer);
    }

    static Optional<CustomerNote> newest(UUID customer) {
        return CustomerNote.<CustomerNote>find("customer = ?1 order by version desc", customer)
                .firstResultOptional();
    }

    /** The next version of a customer's note, whoever it was written about at first. */
    CustomerNote after(UUID whose, int before, String said) {
        CustomerNote next = new CustomerNote();
        next.customer = whose;
        next.version = before + 1;
        next.text = said;
        next.at = at;
        next.author = author;
        next.authorName = authorName;
        return next;
    }

    Note note() {
        return new Note(version, text, at, new Note.Writer(author, authorName));
    }
}
