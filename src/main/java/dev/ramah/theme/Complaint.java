package dev.ramah.theme;

import dev.ramah.conversation.Cause;
import dev.ramah.language.Vector;
import dev.ramah.platform.Ids;
import dev.ramah.theme.Grouping.Point;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a customer said about an episode, with the theme that it belongs to. */
@Entity
class Complaint extends PanacheEntityBase {

    @Id
    UUID id;

    @Column
    UUID conversation;

    @Column
    int episode;

    @Column
    UUID customer;

    @Column
    Instant at;

    @Column
    @Nullable Integer csat;

    /** What a low mark was for; null where they did not say. */
    @Column
    @Enumerated(EnumType.STRING)
    @Nullable Cause cause;

    @Column
    String language = "";

    /** Null once they are erased, and where a low mark came without any. */
    @Column
    @Nullable String words;

    @Column
    byte @Nullable [] meaning;

    /** Null while it is like too few others. */
    @Column
    @Nullable UUID theme;

    @Column
    @Nullable UUID centre;

    /** Whether people put it there. */
    @Column
    boolean decided;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> teams = List.of();

    @Column
    @Nullable String topic;

    /** Whether they want to hear when it is fixed. */
    @Column
    boolean tell;

    /** In hundredths of the currency. */
    @Column
    long cost;

    @Column
    @Nullable String currency;

    protected Complaint() {}

    Complaint(Heard heard) {
        this.id = Ids.next(heard.at());
        this.conversation = heard.conversation();
        this.episode = heard.episode();
        this.at = heard.at();
    }

    static Optional<Complaint> of(UUID conversation, int episode) {
        return find("conversation = ?1 and episode = ?2", conversation, episode).firstResultOptional();
    }

    /**
     * As it is told now. What it says stays what was read of it once it has its place, but for a comment: that goes before
     * the words that stood for it while there was none, unless people decided where it belongs.
     *
     * @param words null for none
     * @return in whose sum its meaning was until now; null where nothing changes by it
     */
    @Nullable UUID hear(Heard heard, String language, @Nullable String words) {
        customer = heard.customer();
        csat = heard.csat();
        cause = heard.cause();
        teams = heard.teams().stream().sorted().toList();
        topic = heard.topic();
        cost = heard.cost();
        currency = heard.currency();
        tell = heard.tell();
        @Nullable UUID left = null;
        if (meaning != null && !decided && heard.isCommented() && words != null && !words.equals(this.words)) {
            left = centre;
            meaning = null;
            theme = null;
            centre = null;
        }
        if (meaning == null) {
            this.language = language;
            this.words = words;
        }
        return left;
    }

    Vector vector() {
        return Vector.of(Objects.requireNonNull(meaning));
    }

    Point point() {
        return new Point(id, customer, vector());
    }

    /** @param drawnBy in whose sum its meaning is; null where it has none any more */
    void belongsTo(Theme to, @Nullable UUID drawnBy) {
        theme = to.id;
        centre = drawnBy;
    }

    void forget() {
        words = null;
        meaning = null;
        centre = null;
    }
}
