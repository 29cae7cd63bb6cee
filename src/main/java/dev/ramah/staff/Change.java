package dev.ramah.staff;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody changed something that people set. */
@Entity
@Table(name = "change")
class Change extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "at")
    Instant at;

    @Column(name = "agent")
    UUID agent;

    @Column(name = "what")
    String what;

    @Column(name = "key")
    String key;

    @Column(name = "before")
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable JsonNode before;

    @Column(name = "after")
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable JsonNode after;

    protected Change() {}

    Change(UUID id, Instant at, UUID agent, String what, String key) {
        this.id = id;
        this.at = at;
        this.agent = agent;
        this.what = what;
        this.key = key;
    }

    /** The newest first; of all, of one kind of thing, or of one thing. */
    static List<Change> newest(@Nullable String what, @Nullable String key, int most) {
        String which = "(?1 is null or what = ?1) and (?2 is null or key = ?2) order by id desc";
        return Change.<Change>find(which, what, key).page(Page.ofSize(most)).list();
    }
}
