package dev.ramah.delivery;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we write to a customer, or wrote. */
@Entity
@Table(name = "mail")
class Mail extends PanacheEntityBase {

    /** What a mail is for; the customer may answer an ANSWER by mail. */
    enum Purpose {
        ANSWER,
        TRANSCRIPT,
        SURVEY
    }

    @Id
    UUID id;

    @Column
    UUID conversation;

    @Column
    @Enumerated(EnumType.STRING)
    Purpose purpose;

    /** Null when the customer was erased since. */
    @Column
    @Nullable String address;

    @Column(name = "message_id")
    String messageId;

    @Column(name = "after_seq")
    int after;

    @Column
    int upto;

    @Column(name = "due_at")
    @Nullable Instant dueAt;

    @Column
    int tries;

    @Column(name = "wanted_at")
    Instant wantedAt;

    @Column(name = "sent_at")
    @Nullable Instant sentAt;

    @Column
    @Nullable String problem;

    /** What it asks about, as {@link Invites} knows it. */
    @Column
    @Nullable UUID about;

    protected Mail() {}

    /** One that is due now; its Message-ID can't be guessed, so that who answers it has read it. */
    Mail(
            ConversationRef conversation,
            Purpose purpose,
            String address,
            int after,
            int upto,
            String domain,
            Instant now) {
        this.id = Ids.next(now);
        this.conversation = conversation.id();
        this.purpose = purpose;
        this.address = address;
        this.messageId = "<ramah." + id + "." + Ids.secret() + "@" + domain + ">";
        this.after = after;
        this.upto = upto;
        this.dueAt = now;
        this.wantedAt = now;
    }

    ConversationRef ref() {
        return new ConversationRef(conversation);
    }
}
