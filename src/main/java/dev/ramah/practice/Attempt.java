package dev.ramah.practice;

import dev.ramah.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody's rehearsal of a scenario: what was said in it, and in the end what it got. */
@Entity
@Table(name = "practice_attempt")
class Attempt extends PanacheEntityBase {

    /** More than anybody says in a rehearsal that ends by itself. */
    private static final int MOST = 200;

    @Id
    UUID id;

    @Column
    UUID scenario;

    @Column
    UUID agent;

    @Column(name = "client_id")
    String clientId;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Plot plot;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Utterance> talk = new ArrayList<>();

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Column
    @Nullable Integer score;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable List<Mark> marks;

    protected Attempt() {}

    Attempt(UUID id, StoredScenario scenario, UUID agent, String clientId, Instant now) {
        this.id = id;
        this.scenario = scenario.id;
        this.agent = agent;
        this.clientId = clientId;
        this.plot = scenario.plot;
        this.startedAt = now;
        plot.opening().forEach(each -> add(each.by(), false, each.text(), now, null, Utterance.OPENING));
    }

    /** Nobody else changes it until the end of the transaction. */
    static Attempt locked(UUID id) {
        return Attempt.<Attempt>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Attempt::unknown);
    }

    static Problem unknown() {
        return Problem.notFound("There is no such rehearsal.");
    }

    boolean isOver() {
        return endedAt != null;
    }

    int last() {
        return talk.size();
    }

    /** Whether the customer has yet to say something to the newest answer. */
    boolean waitsForCustomer() {
        return !isOver() && !Play.unanswered(talk).isEmpty();
    }

    /** What the agent says; the same again changes nothing. */
    void say(String clientId, boolean note, String text, Instant now) {
        if (talk.stream().anyMatch(each -> clientId.equals(each.clientId()))) {
            return;
        }
        if (isOver()) {
            throw Problem.conflict("This rehearsal is over.");
        }
        if (talk.size() >= MOST) {
            throw Problem.conflict("This rehearsal is too long. End it and begin another one.");
        }
        add(Who.AGENT, note, text, now, clientId, null);
    }

    /** What the customer says to the answers up to {@code heard}; if there are more by now it is for another time. */
    void hear(Play.Reply reply, int heard, Instant now) {
        if (isOver() || last() != heard) {
            return;
        }
        reply.texts().forEach(each -> add(Who.CUSTOMER, false, each, now, null, reply.how()));
    }

    void end(List<Mark> marks, Instant now) {
        if (!isOver()) {
            this.marks = marks;
            this.score = Mark.score(marks);
            this.endedAt = now;
        }
    }

    /** Whether it is over and good enough, by what its scenario asks for or else all. */
    boolean passes(Marking usual) {
        Marking marking = plot.marking() == null ? usual : plot.marking();
        return isOver() && score != null && score >= marking.passes();
    }

    private void add(Who by, boolean note, String text, Instant now, @Nullable String clientId, @Nullable String how) {
        // A new list, or nobody notices that it changed.
        List<Utterance> more = new ArrayList<>(talk);
        more.add(new Utterance(talk.size() + 1, by, note, text, now.toString(), clientId, how));
        talk = more;
    }
}
