package dev.ramah.theme;

import dev.ramah.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What everybody who opens the chat is told about a theme, for some time. */
@Entity
@Table(name = "theme_notice")
class Notice extends PanacheEntityBase {

    @Id
    UUID id;

    @Column
    UUID theme;

    /** By language, a two-letter tag. */
    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> texts = Map.of();

    @Column
    Instant since;

    @Column
    Instant until;

    @Column(name = "by_whom")
    UUID by;

    @Column(name = "taken_down")
    @Nullable Instant takenDown;

    protected Notice() {}

    Notice(UUID theme, Map<String, String> texts, Instant since, Instant until, UUID by, Instant at) {
        this.id = Ids.next(at);
        this.theme = theme;
        this.texts = texts;
        this.since = since;
        this.until = until;
        this.by = by;
    }

    /** Those that are shown, or are going to be. */
    static List<Notice> standing(Instant now) {
        return list("takenDown is null and until > ?1 order by since, id", now);
    }

    static Optional<Notice> standing(UUID theme, Instant now) {
        return standing(now).stream().filter(each -> each.theme.equals(theme)).findFirst();
    }
}
