package dev.ramah.knowledge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A help article in one language, as stored. */
@Entity
class Article extends PanacheEntityBase {

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

    @Column
    int version;

    @Column
    long changed;

    @Column
    boolean deleted;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    protected Article() {}

    Article(String key, String language) {
        this.key = key;
        this.language = language;
    }

    /** Takes this text; a deleted article comes back with it. */
    void write(Draft draft, long change, Instant now) {
        title = draft.title();
        body = draft.body();
        questions = draft.questions();
        tags = draft.tags();
        deleted = false;
        changed(change, now);
    }

    /** Leaves an empty row; deleting again changes nothing. */
    void delete(long change, Instant now) {
        if (!deleted) {
            title = "";
            body = "";
            questions = List.of();
            tags = List.of();
            deleted = true;
            changed(change, now);
        }
    }

    private void changed(long change, Instant now) {
        version++;
        changed = change;
        updatedAt = now;
    }

    Draft draft() {
        return new Draft(key, language, title, body, questions, tags);
    }
}
