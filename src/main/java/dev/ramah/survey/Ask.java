package dev.ramah.survey;

import dev.ramah.conversation.Cause;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a customer is asked about an episode, and what became of it. There is one an episode at most. */
@Entity
@Table(name = "survey_ask")
class Ask extends PanacheEntityBase {

    enum State {
        /** They are going to be, when the time has come or they are there. */
        DUE,
        ASKED,
        ANSWERED,
        /** They are not, for a reason that is kept. */
        REFUSED
    }

    /** Why a colleague says that somebody isn't to be asked. */
    enum Skip {
        /** It would hurt: an accident, a loss. */
        WOULD_HURT,
        /** They want to be left alone. */
        ASKED_NOT_TO,
        /** It was a test, or nobody who buys from us. */
        NO_CUSTOMER,
        OTHER
    }

    /** How long a question waits for its answer. Later nobody remembers what it was about. */
    static final Duration OPEN = Duration.ofDays(30);

    @Id
    UUID id;

    @Column
    UUID conversation;

    @Column
    int episode;

    @Column
    @Nullable UUID survey;

    @Column
    @Nullable Integer form;

    @Column
    boolean nps;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable Channel channel;

    @Column
    @Enumerated(EnumType.STRING)
    State state;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable Refusal refusal;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable Skip skipped;

    @Column
    @Nullable String note;

    @Column(name = "by_whom")
    @Nullable UUID by;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "due_at")
    @Nullable Instant dueAt;

    @Column(name = "asked_at")
    @Nullable Instant askedAt;

    @Column(name = "reminded_at")
    @Nullable Instant remindedAt;

    @Column(name = "answered_at")
    @Nullable Instant answeredAt;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable Cause cause;

    /** Whether they wanted to hear when it is fixed, with a low mark. */
    @Column
    boolean tell;

    @Column
    boolean told = true;

    protected Ask() {}

    private Ask(ConversationRef conversation, int episode, State state, Instant at) {
        this.id = Ids.next(at);
        this.conversation = conversation.id();
        this.episode = episode;
        this.state = state;
        this.decidedAt = at;
    }

    /** They are asked this, when it is due. */
    static Ask due(
            ConversationRef conversation, int episode, Questionnaire what, Channel how, Instant at, Instant due) {
        Ask ask = new Ask(conversation, episode, State.DUE, at);
        ask.of(what);
        ask.channel = how;
        ask.dueAt = due;
        return ask;
    }

    /** They are not asked; {@code what} is the survey that came closest. */
    static Ask refused(
            ConversationRef conversation, int episode, @Nullable Questionnaire what, Refusal why, Instant at) {
        Ask ask = new Ask(conversation, episode, State.REFUSED, at);
        if (what != null) {
            ask.of(what);
        }
        ask.refusal = why;
        return ask;
    }

    static Optional<Ask> of(ConversationRef conversation, int episode) {
        return Ask.<Ask>find("conversation = ?1 and episode = ?2", conversation.id(), episode)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Nobody else changes it until the end of the transaction. */
    static Ask locked(UUID id) {
        return Ask.<Ask>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound("Nobody was asked this."));
    }

    /**
     * The same.
     *
     * @param conversation whose asking it has to be; null for whoever holds the link
     * @throws Problem NOT_FOUND
     */
    static Ask locked(UUID id, @Nullable ConversationRef conversation) {
        Ask ask = locked(id);
        if (conversation != null && !conversation.equals(ask.ref())) {
            throw Problem.notFound("Nobody was asked this.");
        }
        return ask;
    }

    private void of(Questionnaire what) {
        survey = what.id;
        form = what.form;
        nps = what.asked().asks(Kind.NPS);
    }

    ConversationRef ref() {
        return new ConversationRef(conversation);
    }

    /** What they are asked, as it was when that was decided. */
    Form asks() {
        return QuestionnaireForm.of(
                Objects.requireNonNull(survey, "nobody was asked"), Objects.requireNonNull(form, "nobody was asked"));
    }

    /** A colleague wants them to be asked this, whatever was decided before. */
    void meant(Questionnaire what, Channel how, UUID who, Instant at) {
        of(what);
        state = State.DUE;
        channel = how;
        by = who;
        dueAt = at;
        refusal = null;
        skipped = null;
        note = null;
    }

    void ask(Instant at, @Nullable Instant remind) {
        state = State.ASKED;
        askedAt = at;
        dueAt = remind;
    }

    void remind(Instant at) {
        remindedAt = at;
        dueAt = null;
    }

    void refuse(Refusal why) {
        state = State.REFUSED;
        refusal = why;
        dueAt = null;
    }

    void skip(Skip why, @Nullable String words, UUID who) {
        refuse(Refusal.SKIPPED);
        skipped = why;
        note = words;
        by = who;
    }

    void answer(Instant at) {
        state = State.ANSWERED;
        answeredAt = at;
        dueAt = null;
    }

    boolean isOver(Instant now) {
        return askedAt != null && askedAt.plus(OPEN).isBefore(now);
    }
}
