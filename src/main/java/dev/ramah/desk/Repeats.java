package dev.ramah.desk;

import dev.ramah.conversation.Bookmarks;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Episodes;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Repeat;
import dev.ramah.recall.RepeatGuard;
import dev.ramah.recall.Spoken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The door to questions that were answered already: what a draft would ask again, which of these hints were waved
 * away, and what was asked again in the end. Drafts are read and forgotten. What was sent is read from the log, with a
 * bookmark, so nothing is lost with a process; what was asked again is kept by conversation, never by who asked.
 */
@ApplicationScoped
public class Repeats {

    /** So far back is read where transactions were numbered anew, as in a copy that was restored. */
    private static final Duration OLDEST = Duration.ofDays(31);

    private final Conversations conversations;
    private final Episodes episodes;
    private final Bookmarks bookmarks;
    private final Briefs briefs;
    private final Session entities;
    private final Clock clock;

    Repeats(
            Conversations conversations,
            Episodes episodes,
            Bookmarks bookmarks,
            Briefs briefs,
            Session entities,
            Clock clock) {
        this.conversations = conversations;
        this.episodes = episodes;
        this.bookmarks = bookmarks;
        this.briefs = briefs;
        this.entities = entities;
        this.clock = clock;
    }

    /** An episode in which something was asked again. */
    public record Counted(UUID conversation, int episode) {}

    private record Wave(String asks, int answer) {

        static Wave of(Repeat repeat) {
            return new Wave(repeat.asks(), repeat.seq() == null ? 0 : repeat.seq());
        }
    }

    /** What this draft asks for although it is known, but for what was waved away. */
    @Transactional
    public List<Repeat> in(State state, String draft) {
        List<Entry> log = conversations.entries(state.conversation(), 0);
        List<Spoken> said = new ArrayList<>(briefs.elsewhere(log));
        said.addAll(Brief.spoken(log));
        return known(draft, said, briefs.profile(state), waved(state.conversation()));
    }

    private static List<Repeat> known(String draft, List<Spoken> said, Profile profile, Set<Wave> waved) {
        return RepeatGuard.check(draft, said, profile).stream()
                .filter(each -> !waved.contains(Wave.of(each)))
                .toList();
    }

    /** It is not what was meant, or not true any more: nobody is told of it again in this conversation. */
    @Transactional
    public void wave(ConversationRef conversation, UUID agent, String asks, int answer) {
        entities.createNativeMutationQuery(
                        """
                        insert into waved (conversation, asks, answer, agent, at) values (:conversation, :asks, :answer, :agent, :at)
                            on conflict do nothing""")
                .setParameter("conversation", conversation.id())
                .setParameter("asks", asks)
                .setParameter("answer", answer)
                .setParameter("agent", agent)
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** Looks through what staff said since the last time, in whichever process; not inside a transaction. */
    public void catchUp() {
        bookmarks.readOn("repeat_cursor", episodes::answeredSince, OLDEST, this::takeIn, () -> {});
    }

    private void takeIn(List<UUID> some) {
        unread(some).forEach(this::lookThrough);
    }

    /** The episodes of these conversations in which something was asked again, as far as they were looked through. */
    @Transactional
    public Set<Counted> foundIn(Collection<UUID> inThese) {
        return entities.createNativeQuery(
                        "select distinct conversation, episode from repeated where conversation = any(:them)",
                        Object[].class)
                .setParameter("them", inThese.toArray(UUID[]::new))
                .getResultStream()
                .map(row -> new Counted((UUID) row[0], (int) row[1]))
                .collect(Collectors.toSet());
    }

    /** The same of all conversations from one to another in the order of their ids, both included. */
    @Transactional
    public Set<Counted> foundBetween(UUID first, UUID last) {
        return entities.createNativeQuery(
                        "select distinct conversation, episode from repeated where conversation between :first and :last",
                        Object[].class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .map(row -> new Counted((UUID) row[0], (int) row[1]))
                .collect(Collectors.toSet());
    }

    /** Those of these conversations in which staff said something that nobody has looked at. */
    private List<ConversationRef> unread(List<UUID> some) {
        return entities
                .createNativeQuery(
                        """
                        select e.conversation
                          from entry e left join looked_through l on l.conversation = e.conversation
                         where e.conversation = any(:some) and e.kind = 'said' and e.role = 'AGENT'
                         group by e.conversation, l.seq
                        having max(e.seq) > coalesce(l.seq, 0)""",
                        UUID.class)
                .setParameter("some", some.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(ConversationRef::new)
                .toList();
    }

    /** Looks at what staff said since the last time, each with what was known before it. */
    private void lookThrough(ConversationRef conversation) {
        State state = conversations.find(conversation);
        List<Entry> log = conversations.entries(conversation, 0);
        int done = entities.createNativeQuery(
                        "select seq from looked_through where conversation = :conversation", Integer.class)
                .setParameter("conversation", conversation.id())
                .getResultStream()
                .findFirst()
                .orElse(0);
        Profile profile = briefs.profile(state);
        Set<Wave> waved = waved(conversation);
        List<Entry> before = new ArrayList<>();
        int last = done;
        for (Entry each : log) {
            if (each.seq() > done && each.isBy(Role.AGENT) && each.what() instanceof Happened.Said said) {
                known(said.text(), Brief.spoken(before), profile, waved).stream()
                        .map(Repeat::asks)
                        .distinct()
                        .forEach(asks -> keep(each, asks));
            }
            before.add(each);
            last = Math.max(last, each.seq());
        }
        entities.createNativeMutationQuery(
                        """
                        insert into looked_through (conversation, seq) values (:conversation, :seq)
                            on conflict (conversation) do update set seq = greatest(looked_through.seq, excluded.seq)""")
                .setParameter("conversation", conversation.id())
                .setParameter("seq", last)
                .executeUpdate();
    }

    private void keep(Entry entry, String asks) {
        entities.createNativeMutationQuery(
                        """
                        insert into repeated (conversation, seq, asks, episode, at)
                        values (:conversation, :seq, :asks, :episode, :at)
                            on conflict do nothing""")
                .setParameter("conversation", entry.conversation().id())
                .setParameter("seq", entry.seq())
                .setParameter("asks", asks)
                .setParameter("episode", entry.episode())
                .setParameter("at", entry.at())
                .executeUpdate();
    }

    private Set<Wave> waved(ConversationRef conversation) {
        return entities.createNativeQuery(
                        "select asks, answer from waved where conversation = :conversation", Object[].class)
                .setParameter("conversation", conversation.id())
                .getResultStream()
                .map(row -> new Wave((String) row[0], (int) row[1]))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
