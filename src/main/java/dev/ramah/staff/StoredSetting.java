package dev.ramah.staff;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A setting that somebody has set. */
@Entity
@Table(name = "setting")
class StoredSetting extends PanacheEntityBase {

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "value")
    @JdbcTypeCode(SqlTypes.JSON)
    JsonNode value;

    @Column(name = "version")
    int version;

    @Column(name = "changed_by")
    UUID changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    protected StoredSetting() {}

    /** Keeps a value in place of the version that was seen, 0 for none; false when it is another one by now. */
    static boolean keep(String name, JsonNode value, int seen, UUID by, Instant at) {
        String statement = seen == 0
                ? "insert into setting (name, value, version, changed_by, changed_at)"
                        + " values (:name, cast(:value as jsonb), :seen + 1, :by, :at) on conflict do nothing"
                : "update setting set value = cast(:value as jsonb), version = :seen + 1, changed_by = :by,"
                        + " changed_at = :at where name = :name and version = :seen";
        return getEntityManager()
                        .createNativeQuery(statement)
                        .setParameter("name", name)
                        .setParameter("value", value.toString())
                        .setParameter("seen", seen)
                        .setParameter("by", by)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }
}
