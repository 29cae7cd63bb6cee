package dev.ramah.knowledge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An article that waits for a person's word, as stored. */
@Entity
class Proposal extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column
    String key = "";

    @Column
    String language = "";

    @Column
    String title = "";

    @Column
    String body = "";

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> questions = List.of();

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> tags = List.of();

    /** The conversations whose words it holds; empty when somebody wrote it. */
    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> sources = List.of();

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    @Column(name = "made_by")
    String madeBy = "";

    protected Proposal() {}

    Proposal(Draft draft, List<UUID> sources, Instant madeAt, String madeBy) {
        this.sources = sources;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
        write(draft);
    }

    void write(Draft draft) {
        key = draft.key();
        language = draft.language();
        title = draft.title();
        body = draft.body();
        questions = draft.questions();
        tags = draft.tags();
    }

    Draft draft() {
        return new Draft(key, language, title, body, questions, tags);
    }
}
