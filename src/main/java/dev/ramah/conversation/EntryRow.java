package dev.ramah.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SecondaryRow;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How an entry lies in the database: a skeleton that stays, and the words beside it that can be erased. */
@Entity
@Immutable
@Table(name = "entry")
@SecondaryTable(
        name = "words",
        pkJoinColumns = {@PrimaryKeyJoinColumn(name = "conversation"), @PrimaryKeyJoinColumn(name = "seq")})
@SecondaryRow(table = "words", optional = true)
@IdClass(EntryRow.Key.class)
class EntryRow extends PanacheEntityBase {

    @Id
    UUID conversation;

    @Id
    int seq;

    @Column
    int episode;

    @Column
    String kind;

    @Column
    @Enumerated(EnumType.STRING)
    Role role;

    @Column
    @Nullable UUID author;

    @Column(name = "author_name")
    @Nullable String authorName;

    @Column
    Instant at;

    @Column(name = "client_id")
    @Nullable String clientId;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    String facts;

    @Column
    boolean erased;

    @Column(table = "words", name = "text")
    @Nullable String words;

    protected EntryRow() {}

    EntryRow(Conversation conversation, int seq, Command by, Happened what) {
        this.conversation = conversation.id;
        this.seq = seq;
        this.episode = conversation.episode;
        this.kind = what.kind();
        this.role = by.author().role();
        this.author = by.author().id();
        this.authorName = role == Role.AGENT ? by.author().name() : null;
        this.at = by.at();
        this.clientId = by.clientId();
        HappenedJson.Split split = HappenedJson.split(what);
        this.facts = split.facts();
        this.words = split.words();
    }

    /** The entry; the customer is called by the name of now, for the log keeps no names of customers. */
    Entry entry(String customerName) {
        Author by = by(role, author, authorName, customerName);
        Happened what = HappenedJson.join(kind, facts, words);
        return new Entry(new ConversationRef(conversation), seq, episode, at, by, clientId, what, erased);
    }

    /** Who wrote it, from what the log keeps of them. */
    static Author by(Role role, @Nullable UUID author, @Nullable String authorName, String customerName) {
        return switch (role) {
            case CUSTOMER -> Author.customer(customerName);
            case BOT -> Author.bot();
            case SYSTEM -> Author.system();
            case AGENT -> Author.agent(Objects.requireNonNull(author), String.valueOf(authorName));
        };
    }

    /** What names an entry. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Id
        UUID conversation;

        @Id
        int seq;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.seq == seq && key.conversation.equals(conversation);
        }

        @Override
        public int hashCode() {
            return Objects.hash(conversation, seq);
        }
    }
}
