package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to what logs gained after a number, for many conversations at once; and to which of them gained at all. */
@ApplicationScoped
class Tails {

    /** Two statements for this many; more would make the first of them wait. */
    private static final int AT_ONCE = 200;

    private final StatelessSession session;
    private final Together<Wish, Tail> wishes = new Together<>("log-reader", AT_ONCE, this::read);

    Tails(StatelessSession session) {
        this.session = session;
    }

    private record Wish(ConversationRef conversation, int after) {}

    /**
     * The end of a log.
     *
     * @param state where the conversation stands, null if there is none
     * @param shownToCustomer the number of the newest entry that the customer sees, 0 for none
     * @param entries in order; perhaps not yet the newest ones that the state counts
     */
    record Tail(@Nullable State state, int shownToCustomer, List<Entry> entries) {

        /** The state; a {@link Problem} NOT_FOUND if there is no such conversation. */
        State stateOrProblem() {
            if (state == null) {
                throw Problem.notFound("There is no such conversation.");
            }
            return state;
        }

        int lastFor(View view) {
            return view == View.CUSTOMER ? shownToCustomer : stateOrProblem().last();
        }
    }

    /** What this conversation gained after this number; read together with what others ask for just now. */
    CompletableFuture<Tail> after(ConversationRef conversation, int seq) {
        return wishes.ask(new Wish(conversation, seq));
    }

    /** What these gained, each after its number; those that don't exist are left out. */
    @Transactional
    List<Told> after(Map<ConversationRef, Integer> numbers) {
        List<Wish> all = numbers.entrySet().stream()
                .map(each -> new Wish(each.getKey(), each.getValue()))
                .toList();
        return read(all).stream()
                .filter(each -> each.state() != null)
                .map(each -> new Told(Objects.requireNonNull(each.state()), each.entries()))
                .toList();
    }

    /** The very ends, without entries, in the order of these. */
    @Transactional
    List<Tail> ends(List<State> states) {
        return read(states.stream()
                .map(each -> new Wish(each.conversation(), each.last()))
                .toList());
    }

    @Transactional
    List<Tail> read(List<Wish> wishes) {
        Map<UUID, Integer> from = new TreeMap<>();
        wishes.forEach(each -> from.merge(each.conversation().id(), each.after(), Math::min));
        // The entries first: what is written meanwhile is told, and a state that is too new does no harm.
        Map<UUID, List<EntryRow>> rows = entries(from);
        Map<UUID, Object[]> states = states(from.keySet());
        return wishes.stream().map(wish -> tail(wish, states, rows)).toList();
    }

    private static Tail tail(Wish wish, Map<UUID, Object[]> states, Map<UUID, List<EntryRow>> rows) {
        UUID id = wish.conversation().id();
        Object[] found = states.get(id);
        if (found == null) {
            return new Tail(null, 0, List.of());
        }
        Conversation conversation = (Conversation) found[0];
        List<Entry> entries = rows.getOrDefault(id, List.of()).stream()
                .filter(each -> each.seq() > wish.after())
                .map(each -> each.entry(conversation.customerName))
                .toList();
        return new Tail(conversation.state(), (Integer) found[1], entries);
    }

    private Map<UUID, List<EntryRow>> entries(Map<UUID, Integer> from) {
        return session
                .createNativeQuery(
                        "select " + EntryRow.COLUMNS
                                + """

                                  from unnest(cast(:ids as uuid[]), cast(:numbers as int4[])) as wish (conversation, after)
                                  join entry e on e.conversation = wish.conversation and e.seq > wish.after
                                  left join words w on w.conversation = e.conversation and w.seq = e.seq
                                 order by e.conversation, e.seq""",
                        Object[].class)
                .setParameter("ids", from.keySet().toArray(UUID[]::new))
                .setParameter("numbers", from.values().toArray(Integer[]::new))
                .getResultList()
                .stream()
                .map(EntryRow::of)
                .collect(Collectors.groupingBy(EntryRow::conversation));
    }

    private Map<UUID, Object[]> states(Set<UUID> ids) {
        List<Object[]> rows = session.createNativeQuery(
                        """
                        select {c.*}, coalesce((select e.seq from entry e
                                                 where e.conversation = c.id and e.kind <> 'noted'
                                                 order by e.seq desc limit 1), 0) as shown
                          from conversation c
                         where c.id = any(:ids)""",
                        Object[].class)
                .addEntity("c", Conversation.class)
                .addScalar("shown", Integer.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Object[]> states = new HashMap<>();
        rows.forEach(row -> states.put(((Conversation) row[0]).id, row));
        return states;
    }

    /** That a transaction wrote entries of these kinds into a conversation, the first with this number. */
    record News(long transaction, ConversationRef conversation, int first, Set<String> kinds) {}

    /**
     * What was committed lately.
     *
     * @param settled every transaction before this one has ended, and what it wrote is known
     */
    record Lately(long settled, List<News> news) {}

    /** What transactions from this one on wrote, but for those that are known already. */
    @Transactional
    Lately since(long transaction, Collection<Long> but) {
        List<Object[]> rows = session.createNativeQuery(
                        """
                        select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as int8), news.*
                          from (select 1) as always
                          left join (select cast(cast(tx as text) as int8) as tx, conversation, min(seq),
                                            string_agg(distinct kind, ' ')
                                       from entry
                                      where tx >= cast(cast(:since as text) as xid8)
                                        and not cast(cast(tx as text) as int8) = any(:but)
                                      group by tx, conversation) as news on true""",
                        Object[].class)
                .setParameter("since", transaction)
                .setParameter("but", but.toArray(Long[]::new))
                .getResultList();
        List<News> news = rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> new News(
                        (Long) row[1],
                        new ConversationRef((UUID) row[2]),
                        (Integer) row[3],
                        Set.of(((String) row[4]).split(" ", -1))))
                .toList();
        return new Lately((Long) rows.get(0)[0], news);
    }
}
