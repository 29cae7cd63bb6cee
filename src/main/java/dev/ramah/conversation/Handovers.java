package dev.ramah.conversation;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The door to who is in a person's hands: who waits for one, who has one, and how long it took. */
@ApplicationScoped
public class Handovers {

    /** So many entries of a conversation say how much there is to do in it. */
    private static final int NEWEST = 150;

    /** Of so many conversations of a customer people still know something. */
    private static final int LATEST = 20;

    /** A brief is made of what was said before a hand-over, and in conversations that went on here. */
    private static final String[] TOLD_IN_BRIEFS =
            Stream.concat(Happened.HANDOVERS.stream(), Stream.of("absorbed")).toArray(String[]::new);

    private final Session entities;

    Handovers(Session entities) {
        this.entities = entities;
    }

    /** Who waits for a person: those who lost theirs first, then by the time they have waited. */
    @Transactional
    public List<State> waiting() {
        return Conversations.states(Conversation.list(
                "turn", Sort.descending("headOfQueue").and("waitingSince").and("id"), Turn.QUEUE));
    }

    @Transactional
    public List<State> heldBy(UUID agent) {
        return Conversations.states(Conversation.list("holder", Sort.by("openedAt"), agent));
    }

    /** Everyone who holds a conversation that does not wait for somebody else, and how many. */
    @Transactional
    public Map<UUID, Integer> held() {
        return entities.createQuery(
                        "select holder, count(*) from Conversation where holder is not null and pendingUntil is null group by holder",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }

    /**
     * How much there is to do in a conversation that somebody holds or waits for.
     *
     * @param holder null while it waits
     * @param upset whether a rule heard that in this episode
     * @param messages what customer and people said in this episode, as far as it is among the newest entries
     * @param ourWordSince when we had the last word; null while the customer had it, or nobody spoke
     */
    public record Work(
            ConversationRef conversation,
            @Nullable UUID holder,
            boolean pending,
            boolean upset,
            int messages,
            @Nullable Instant ourWordSince) {}

    /** Everything that is in a person's hands or waits for them. Looks at the newest entries of each only. */
    @Transactional
    public List<Work> work() {
        return entities
                .createNativeQuery(
                        """
                        select c.id, c.holder, c.pending_until is not null, coalesce(lately.upset, false),
                               lately.messages, lately.spoke, lately.spoken
                          from conversation c
                          left join lateral (
                               select coalesce(bool_or(e.kind = 'escalated' and e.facts ->> 'reason' in ('UPSET', 'DANGER')), false) as upset,
                                      cast(count(*) filter (where e.kind = 'said' and e.role <> 'BOT') as int) as messages,
                                      (array_agg(e.role order by e.seq desc) filter (where e.kind = 'said'))[1] as spoke,
                                      max(e.at) filter (where e.kind = 'said') as spoken
                                 from entry e
                                where e.conversation = c.id and e.seq > c.last - :newest and e.episode = c.episode) as lately on true
                         where c.holder is not null or c.turn = 'QUEUE'""",
                        Object[].class)
                .setParameter("newest", NEWEST)
                .getResultList()
                .stream()
                .map(row -> new Work(
                        new ConversationRef((UUID) row[0]),
                        (UUID) row[1],
                        (Boolean) row[2],
                        (Boolean) row[3],
                        (Integer) row[4],
                        Role.AGENT.name().equals(row[5]) ? (Instant) row[6] : null))
                .toList();
    }

    /**
     * The logs of these up to the newest hand-over or merge, which is all that their briefs are made of; read at once, and
     * those in which nothing was handed over are missing.
     */
    @Transactional
    public Map<ConversationRef, List<Entry>> logs(Collection<State> states) {
        Map<UUID, String> names = states.stream()
                .collect(Collectors.toMap(each -> each.conversation().id(), State::customerName));
        return entities.createNativeQuery(
                        "select " + EntryRow.COLUMNS
                                + """
                                  from unnest(cast(:ids as uuid[])) as wanted (conversation)
                                 cross join lateral (select e.seq from entry e
                                                      where e.conversation = wanted.conversation and e.kind = any(:kinds)
                                                      order by e.seq desc limit 1) as newest
                                  join entry e on e.conversation = wanted.conversation and e.seq <= newest.seq
                                  left join words w on w.conversation = e.conversation and w.seq = e.seq
                                 order by e.conversation, e.seq""",
                        Object[].class)
                .setParameter("ids", names.keySet().toArray(UUID[]::new))
                .setParameter("kinds", TOLD_IN_BRIEFS)
                .getResultStream()
                .map(EntryRow::of)
                .map(each -> each.entry(Objects.requireNonNull(names.get(each.conversation()))))
                .collect(Collectors.groupingBy(Entry::conversation));
    }

    /** The same of one; empty where nothing was handed over. */
    @Transactional
    public List<Entry> log(State state) {
        return logs(List.of(state)).getOrDefault(state.conversation(), List.of());
    }

    /** Who had taken it last when this entry was written. */
    @Transactional
    public Optional<UUID> holderBefore(ConversationRef conversation, int seq) {
        return authorBefore(conversation, seq, "assigned");
    }

    /** Who had handed it on last when this entry was written. */
    @Transactional
    public Optional<UUID> handedOnBy(ConversationRef conversation, int seq) {
        return authorBefore(conversation, seq, "transferred");
    }

    private Optional<UUID> authorBefore(ConversationRef conversation, int seq, String kind) {
        return entities.createNativeQuery(
                        """
                        select author from entry where conversation = :conversation and seq < :seq and kind = :kind
                         order by seq desc limit 1""",
                        UUID.class)
                .setParameter("conversation", conversation.id())
                .setParameter("seq", seq)
                .setParameter("kind", kind)
                .uniqueResultOptional();
    }

    /** When a person was first asked for in an episode, and whether one has said a word since. */
    public record Asked(Instant at, boolean answered) {}

    /** Of the latest episode of each of these; those in which nobody asked are missing. */
    @Transactional
    public Map<UUID, Asked> asked(Collection<ConversationRef> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        return entities.createNativeQuery(
                        """
                        select c.id, min(e.at) filter (where e.kind = 'escalated'),
                               coalesce(max(e.seq) filter (where e.kind = 'said' and e.role = 'AGENT')
                                        > min(e.seq) filter (where e.kind = 'escalated'), false)
                          from conversation c
                          join entry e on e.conversation = c.id and e.episode = c.episode
                         where c.id = any(:conversations) and e.kind in ('escalated', 'said')
                         group by c.id having bool_or(e.kind = 'escalated')""",
                        Object[].class)
                .setParameter(
                        "conversations",
                        conversations.stream().map(ConversationRef::id).toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> new Asked((Instant) row[1], (Boolean) row[2])));
    }

    /** Who of staff has talked with this customer, in their latest conversations. */
    @Transactional
    public Set<UUID> knownTo(UUID customer) {
        return new HashSet<>(entities.createNativeQuery(
                        """
                        select distinct e.author
                          from (select id from conversation where customer = :customer order by opened_at desc limit :most) as c
                          join entry e on e.conversation = c.id
                         where e.kind = 'said' and e.role = 'AGENT' and e.author is not null""",
                        UUID.class)
                .setParameter("customer", customer)
                .setParameter("most", LATEST)
                .getResultList());
    }

    /** What waits for somebody else than us, the next promise first. */
    @Transactional
    public List<State> promised() {
        return Conversation.<Conversation>find(
                        "pendingUntil is not null", Sort.by("pendingUntil").and("id"))
                .stream()
                .map(Conversation::state)
                .toList();
    }

    /**
     * How much people had in hand for a while.
     *
     * @param ended conversations that left their hands then
     * @param heldSeconds how long they had all they had then, added up
     */
    public record Held(long ended, double heldSeconds) {}

    /** From this moment until that one, which is now. */
    @Transactional
    public Held heldBetween(Instant from, Instant now) {
        Object[] row = entities.createNativeQuery(
                        """
                        select count(*) filter (where over), coalesce(sum(extract(epoch from until - greatest(began, :from))), 0)
                          from (select h.at as began, e.at as until, true as over
                                  from entry e
                                  join lateral (select b.kind, b.at from entry b
                                                 where b.conversation = e.conversation and b.seq < e.seq
                                                   and b.kind in ('assigned', 'transferred', 'requeued', 'resolved')
                                                 order by b.seq desc limit 1) as h on h.kind = 'assigned'
                                 where e.kind in ('assigned', 'transferred', 'requeued', 'resolved') and e.at > :from
                                union all
                                select (select max(a.at) from entry a where a.conversation = c.id and a.kind = 'assigned'),
                                       cast(:now as timestamptz), false
                                  from conversation c
                                 where c.holder is not null and c.pending_until is null) as hands
                         where began is not null""",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("now", now)
                .getSingleResult();
        return new Held((Long) row[0], ((Number) row[1]).doubleValue());
    }
}
